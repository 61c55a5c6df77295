import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { llmDouble } from '../doubles/llm-server.ts';

/** One call of one job. `answeredAt` is null while it is not, and stays so when the asker was gone before. */
export interface Call {
  job: string;
  agent: string;
  askedAt: number;
  answeredAt: number | null;
}

const asked = z.object({ response_format: z.object({ json_schema: z.object({ name: z.string() }) }) });
const completion = z.looseObject({
  choices: z.tuple([z.looseObject({ message: z.looseObject({ content: z.string() }) })]),
});
const MARK = /job-\d+-mark/;

/**
 * The provider's double behind a proxy that takes its time, and knows which job each call is of: the mark in the prompt
 * is put into the statement, so that whoever reads that has it too.
 */
export class Provider {
  readonly calls: Call[] = [];
  readonly #delayMs: number;
  readonly #double = llmDouble('good');
  readonly #proxy: Server;

  constructor(delayMs: number) {
    this.#delayMs = delayMs;
    this.#proxy = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const agent = asked.parse(JSON.parse(body)).response_format.json_schema.name;
      const job = MARK.exec(body)?.[0] ?? '';
      const call: Call = { job, agent, askedAt: Date.now(), answeredAt: null };
      this.calls.push(call);
      await sleep(this.#delayMs);
      if (response.destroyed) return;
      const text = await this.#ask(request.url ?? '', request.headers, body);
      const answer = agent === 'pedagogist' ? marked(text, job) : text;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(answer, () => {
        if (!response.destroyed) call.answeredAt = Date.now();
      });
    });
  }

  /** @returns the URL to configure */
  async start(): Promise<string> {
    const { port } = await listen(this.#proxy);
    await listen(this.#double);
    return `http://127.0.0.1:${port}/openai/v1`;
  }

  stop(): void {
    for (const server of [this.#proxy, this.#double]) {
      server.closeAllConnections();
      server.close();
    }
  }

  async #ask(path: string, headers: IncomingHttpHeaders, body: string): Promise<string> {
    const { port } = this.#double.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'api-key': String(headers['api-key']) },
      body,
    });
    return response.text();
  }
}

function marked(text: string, job: string): string {
  const answer = completion.parse(JSON.parse(text));
  const { message } = answer.choices[0];
  const plan = z.looseObject({ statement: z.string() }).parse(JSON.parse(message.content));
  message.content = JSON.stringify({ ...plan, statement: `${plan.statement}\n\nThis is ${job}.` });
  return JSON.stringify(answer);
}

function listen(server: Server): Promise<AddressInfo> {
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => resolve(server.address() as AddressInfo));
  });
}
