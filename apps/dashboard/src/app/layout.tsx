import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { absolute } from '#server/environment.ts';
import { chosenTheme } from '#server/theme.ts';
import { Footer } from '#ui/footer.tsx';
import { Header } from '#ui/header.tsx';
import { ToastProvider } from '#ui/toast.tsx';
import './globals.css';

/** Each answer has a policy with a nonce of its own, so none can be made ahead. */
export const dynamic = 'force-dynamic';

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(absolute('/')),
    title: { default: 'DevCapsules: coding exercises proven by execution', template: '%s · DevCapsules' },
    description:
      'Interactive coding exercises in six languages. Each is proven before anybody sees it: solution, tests and hints are run, not believed.',
    icons: { icon: '/icon.svg' },
    openGraph: { siteName: 'DevCapsules', type: 'website', images: ['/og.png'] },
    twitter: { card: 'summary_large_image' },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfbfc' },
    { media: '(prefers-color-scheme: dark)', color: '#0e0f13' },
  ],
};

export default async function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" data-theme={await chosenTheme()}>
      <body className="flex min-h-dvh flex-col font-sans antialiased">
        <a
          href="#main"
          className="fixed start-4 top-2 z-50 -translate-y-20 rounded-lg bg-accent px-4 py-2 font-medium text-on-accent focus:translate-y-0"
        >
          Skip to the content
        </a>
        <ToastProvider>
          <Header />
          <main id="main" tabIndex={-1} className="flex-1 outline-none">
            {children}
          </main>
          <Footer />
        </ToastProvider>
      </body>
    </html>
  );
}
