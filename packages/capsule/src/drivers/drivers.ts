import type { ProgramLanguage } from '../execution.ts';
import { cDriver } from './c/driver.ts';
import { cppDriver } from './cpp/driver.ts';
import type { Driver } from './driver.ts';
import { javaDriver } from './java/driver.ts';
import { javascriptDriver } from './javascript/driver.ts';
import { pythonDriver } from './python/driver.ts';

export const DRIVERS: Record<ProgramLanguage, Driver> = {
  python: pythonDriver,
  javascript: javascriptDriver,
  java: javaDriver,
  c: cDriver,
  cpp: cppDriver,
};
