import type { DetailedHTMLProps, HTMLAttributes } from 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** packages/player's element. */
      'dev-capsule': DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
        capsule: string;
        theme?: 'auto' | 'light' | 'dark';
        lang?: string;
        class?: string;
      };
    }
  }
}
