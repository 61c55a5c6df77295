export interface Snippet {
  name: string;
  text: string;
}

/** A capsule on pages of others; see docs/embedding.md. */
export function snippetsOf({ id, title, home }: { id: string; title: string; home: string }): Snippet[] {
  const script = `${home}/player/v1/dev-capsule.js`;
  const page = `${home}/c/${id}`;
  const name = title.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
  return [
    {
      name: 'HTML',
      text: `<script src="${script}" async></script>\n<dev-capsule capsule="${id}"></dev-capsule>`,
    },
    {
      name: 'A frame, without scripts',
      text: `<iframe src="${home}/embed/${id}" title="${name}" width="100%" height="640" loading="lazy"></iframe>`,
    },
    { name: 'Markdown', text: `[${title.replace(/[[\]]/g, '')}](${page})` },
    {
      name: 'React, Docusaurus and MDX',
      text: `<>\n  <script src="${script}" async />\n  <dev-capsule capsule="${id}" />\n</>`,
    },
    { name: 'WordPress and others that know oEmbed', text: page },
  ];
}
