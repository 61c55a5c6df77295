import { type Browser, chromium } from 'playwright-core';
import { BROWSER_PACKAGES, requireSystemPackages } from './system.ts';

/** How the system's Chromium is started: as root in a container it has no sandbox and little shared memory. */
export const CHROMIUM = {
  executablePath: BROWSER_PACKAGES[0]?.file ?? '',
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
};

/** Starts the system's Chromium, which is installed if it is missing. @throws StepError when it can't be */
export async function launchChromium(): Promise<Browser> {
  await requireSystemPackages(BROWSER_PACKAGES);
  return chromium.launch(CHROMIUM);
}
