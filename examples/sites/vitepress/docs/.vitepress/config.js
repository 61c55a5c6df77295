import { defineConfig } from 'vitepress';

/** Where DevCapsules is installed. */
const installation = process.env.DEVCAPSULES_URL ?? 'http://localhost:8788';

export default defineConfig({
  title: 'A short course',
  description: 'A documentation site with exercises in it.',
  head: [
    ['script', { src: `${installation}/player/v1/dev-capsule.js`, async: '' }],
    ['link', { rel: 'icon', href: 'data:,' }],
  ],
  vue: { template: { compilerOptions: { isCustomElement: tag => tag === 'dev-capsule' } } },
  themeConfig: { sidebar: [{ text: 'Lists', link: '/' }] },
  vite: { define: { __CAPSULE__: JSON.stringify(process.env.CAPSULE_ID ?? 'ID') } },
});
