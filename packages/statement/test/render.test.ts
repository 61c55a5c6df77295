import { describe, expect, it } from 'vitest';
import { renderStatement } from '../src/render.ts';

describe('a statement', () => {
  it('has headings below the title, lists, tables that scroll, and ticks', () => {
    expect(renderStatement('# Task\n\n3. three\n4. *four*')).toBe(
      '<h2>Task</h2>\n<ol start="3">\n<li>three</li>\n<li><em>four</em></li>\n</ol>',
    );
    const table = renderStatement('| a | b |\n| :- | -: |\n| 1 | 2 |');
    expect(table).toMatch(/^<div class="table" tabindex="0"><table>/);
    expect(table).toContain('<td align="right">2</td>');
    expect(renderStatement('- [x] done\n- [ ] open')).toMatch(/☑.*done[\s\S]*☐.*open/);
  });

  it('shows tags as text', () => {
    expect(renderStatement('a <b>c</b> & <List<int>>')).toBe(
      '<p>a &#x3C;b>c&#x3C;/b> &#x26; &#x3C;List&#x3C;int>></p>',
    );
  });

  it('opens links beside the exercise, and only to addresses that are whole', () => {
    expect(renderStatement('[x](https://x.example/a)')).toBe(
      '<p><a href="https://x.example/a" target="_blank" rel="noopener noreferrer ugc">x</a></p>',
    );
    expect(renderStatement('[x](/settings)')).toBe('<p><a>x</a></p>');
  });

  it('shows pictures over https, of our assets, and in the text; of others their description', () => {
    expect(renderStatement('![cat](https://x.example/cat.png)')).toContain(
      'src="https://x.example/cat.png" alt="cat"',
    );
    expect(renderStatement('![c](/api/v1/assets/7/c.png)')).toContain('src="/api/v1/assets/7/c.png"');
    expect(renderStatement('![c](/api/v1/assets/7/c.png)', { baseUrl: 'https://api.example' })).toContain(
      'src="https://api.example/api/v1/assets/7/c.png"',
    );
    expect(renderStatement('![dot](data:image/png;base64,iVBORw0KGgo=)')).toContain(
      'src="data:image/png;base64,',
    );
    expect(renderStatement('![cat](http://x.example/cat.png)')).toBe('<p><span>cat</span></p>');
    expect(renderStatement('![cat](data:image/svg+xml;base64,PHN2Zz4=)')).toBe('<p><span>cat</span></p>');
  });

  it('colours code by classes', () => {
    const html = renderStatement('```python\ndef f():\n    return "a"\n```');
    expect(html).toContain('<span class="token keyword">def</span>');
    expect(html).toContain('<span class="token string">"a"</span>');
    expect(html).not.toContain('style');
    expect(renderStatement('```brainfuck\n+<\n```')).toBe('<pre tabindex="0"><code>+&#x3C;\n</code></pre>');
  });

  it('shows maths as MathML, inline and as a block, and prices as prices', () => {
    expect(renderStatement('so $x^2$ is')).toMatch(/^<p>so <math><msup><mi>x<\/mi>.*<\/math> is<\/p>$/);
    expect(renderStatement('$$\n\\frac{a}{b}\n$$')).toMatch(/^<math display="block".*<mfrac>/);
    expect(renderStatement('```math\n\\sqrt{2}\n```')).toMatch(/<msqrt>/);
    expect(renderStatement('costs $5 and $10 or $ 3')).toBe('<p>costs $5 and $10 or $ 3</p>');
    expect(renderStatement('$\\frac{1}{$')).toBe('<p><code>\\frac{1}{</code></p>');
  });

  it('shows maths and code in tables, too', () => {
    const table = renderStatement('| formula | code |\n| --- | --- |\n| $x^2$ | `x ** 2` |');
    expect(table).toMatch(/<td><math>.*<msup>.*<\/math><\/td>/);
    expect(table).toContain('<td><code>x ** 2</code></td>');
  });

  it('is shown as it is when it is nested without end', () => {
    for (const text of [
      '> '.repeat(20_000),
      '- '.repeat(20_000),
      '[',
      '*',
      '$',
      '*a_ ',
      'a**b',
      '~a~',
      '![[',
      '[x]: y\n',
    ]) {
      const whole = text.repeat(Math.ceil(50_000 / text.length)).slice(0, 50_000);
      expect(renderStatement(`${whole}x`)).toMatch(/^<pre tabindex="0">/);
    }
    const deep = `$${'{'.repeat(1900)}x${'}'.repeat(1900)}$`;
    expect(renderStatement(deep)).toMatch(/^<p><(code|math)>/);
  });

  it('is rendered whole as long as people write it', () => {
    const rows = Array.from({ length: 60 }, (_, row) => `| \`row_${row}\` | **${row}** | $x_${row}$ |`).join(
      '\n',
    );
    const code = `\`\`\`python\n${'some_name = other_name * 2\n'.repeat(900)}\`\`\``;
    const html = renderStatement(
      `# Long\n\n| a | b | c |\n| - | - | - |\n${rows}\n\n${code}\n\n${'*Some* text, `code_a`.\n\n'.repeat(300)}`,
    );
    expect(html.match(/<tr>/g)).toHaveLength(61);
    expect(html).toMatch(/^<h2>Long<\/h2>/);
    expect(html.match(/<em>Some<\/em>/g)).toHaveLength(300);
  });
});
