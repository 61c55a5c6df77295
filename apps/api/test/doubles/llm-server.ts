import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { embeddingOf } from './llm-embeddings.ts';
import { type Agent, type Reply, SCENARIOS, type Scenario, type ScenarioName } from './llm-scenarios.ts';

/** A call as the double got it, with the tokens it said it took. */
export interface LlmCall {
  agent: Agent;
  model: string;
  inputTokens: number;
  outputTokens: number;
  status: number;
  prompt: string;
  /** As it was asked for; models that reason refuse any. */
  temperature?: number;
}

interface Run {
  scenario: Scenario;
  calls: LlmCall[];
  /** How often each agent was asked. */
  asked: Map<string, number>;
}

const KEY = 'a-key';
const ROUTE =
  /^(?:\/runs\/(?<run>[\w-]+))?(?<base>\/openai\/v1|\/v1)\/(?<what>chat\/completions|embeddings)$/;
const AGENT_NAMES = ['pedagogist', 'coder', 'blind_solver', 'debugger', 'mentor'];
/** About as many characters as a token has. */
const CHARS_A_TOKEN = 4;
/** Keywords that strict mode does not know. */
const REFUSED = ['minItems', 'maxItems', 'minLength', 'maxLength', 'pattern', 'format', 'default'];

/**
 * A provider of models that speaks chat completions with structured outputs over real HTTP: as Azure OpenAI below
 * `/openai/v1` (header `api-key`), as OpenAI below `/v1` (bearer); and embeddings beside them. It follows a scenario; `PUT /runs/<id>` with a
 * scenario, or the name of one, sets it for the addresses below `/runs/<id>`, `GET /runs/<id>/calls` tells what was asked there.
 */
export function llmDouble(initial: ScenarioName = 'good'): Server {
  const newRun = (scenario: ScenarioName | Scenario): Run => ({
    scenario: typeof scenario === 'string' ? SCENARIOS[scenario] : scenario,
    calls: [],
    asked: new Map(),
  });
  const runs = new Map<string, Run>([['', newRun(initial)]]);
  return createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://double');
    const body = await text(request);
    const [, id = '', rest] = /^\/runs\/([\w-]+)(\/calls)?$/.exec(pathname) ?? [];
    const matched = ROUTE.exec(pathname)?.groups;
    if (id && request.method === 'PUT') {
      const known = runs.get(id);
      const next = newRun(JSON.parse(body));
      // What was asked before stays known.
      runs.set(id, known ? { ...next, calls: known.calls } : next);
      response.end();
    } else if (pathname === '/calls' || rest) {
      send(response, 200, runs.get(id)?.calls ?? []);
    } else if (matched) {
      const run = runs.get(matched.run ?? '');
      const isAzure = matched.base === '/openai/v1';
      const given = isAzure ? request.headers['api-key'] : request.headers.authorization;
      if (!run) send(response, 404, { error: { code: 'DeploymentNotFound', message: 'No such run.' } });
      else if (given !== (isAzure ? KEY : `Bearer ${KEY}`)) send(response, 401, denied);
      else if (matched.what === 'embeddings') embed(run, JSON.parse(body), response);
      else complete(run, JSON.parse(body), response);
    } else {
      send(response, 404, { error: { code: '404', message: 'Resource not found' } });
    }
  });
}

const denied = { error: { code: '401', message: 'Access denied due to invalid subscription key.' } };

interface Asked {
  model: string;
  temperature?: number;
  messages: { role: string; content: string }[];
  response_format?: { type: string; json_schema?: { name: string; strict?: boolean; schema: unknown } };
}

function complete(run: Run, asked: Asked, response: ServerResponse): void {
  const { name = '', strict, schema } = asked.response_format?.json_schema ?? {};
  const problem = AGENT_NAMES.includes(name) ? strict && problemOf(schema) : `unknown schema name “${name}”`;
  if (problem) {
    const message = `Invalid schema for response_format '${name}': ${problem}`;
    send(response, 400, { error: { code: null, type: 'invalid_request_error', message } });
    return;
  }
  const agent = name as Agent;
  const count = run.asked.get(agent) ?? 0;
  run.asked.set(agent, count + 1);
  const replies: Reply[] = run.scenario[agent] ?? [];
  const reply = replies[Math.min(count, replies.length - 1)] ?? { status: 500 };
  const prompt = asked.messages.map(({ content }) => content).join('\n');
  const { model, temperature } = asked;
  const call: LlmCall = {
    ...{ agent, model, inputTokens: 0, outputTokens: 0, status: 200, prompt },
    ...(temperature !== undefined && { temperature }),
  };
  run.calls.push(call);
  if ('hang' in reply) return;
  if ('status' in reply) {
    call.status = reply.status;
    send(response, reply.status, reply.body ?? {}, reply.headers);
    return;
  }
  if ('cut' in reply) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"id":"chatcmpl-1","choices":[{"index":0,"mess', () => response.destroy());
    return;
  }
  const content = 'answer' in reply ? JSON.stringify(reply.answer) : 'text' in reply ? reply.text : null;
  const refusal = 'refusal' in reply ? reply.refusal : null;
  call.inputTokens = tokens(prompt);
  call.outputTokens = tokens(content ?? refusal ?? '');
  const finish = 'finish' in reply ? (reply.finish ?? 'stop') : 'stop';
  send(response, 200, {
    id: `chatcmpl-${crypto.randomUUID()}`,
    object: 'chat.completion',
    created: Math.floor(Date.now() / 1000),
    model: asked.model,
    choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', content, refusal } }],
    usage: {
      prompt_tokens: call.inputTokens,
      completion_tokens: call.outputTokens,
      total_tokens: call.inputTokens + call.outputTokens,
    },
  });
}

function embed(
  run: Run,
  { model, input }: { model: string; input: string | string[] },
  response: ServerResponse,
) {
  const texts = [input].flat();
  const [reply] = run.scenario.embedder ?? [];
  const call: LlmCall = {
    agent: 'embedder',
    model,
    inputTokens: 0,
    outputTokens: 0,
    status: 200,
    prompt: texts.join('\n'),
  };
  run.calls.push(call);
  if (reply && 'hang' in reply) return;
  if (reply && 'status' in reply) {
    call.status = reply.status;
    send(response, reply.status, reply.body ?? {}, reply.headers);
    return;
  }
  call.inputTokens = tokens(call.prompt);
  const usage = { prompt_tokens: call.inputTokens, total_tokens: call.inputTokens };
  const data = texts.map((text, index) => ({ object: 'embedding', index, embedding: embeddingOf(text) }));
  send(response, 200, { object: 'list', data, model, usage });
}

/** What strict mode finds wrong with a schema; undefined when it is fine. */
function problemOf(schema: unknown): string | undefined {
  if (Array.isArray(schema)) return schema.map(problemOf).find(problem => problem !== undefined);
  if (typeof schema !== 'object' || schema === null) return undefined;
  const refused = REFUSED.find(keyword => keyword in schema && !('properties' in schema));
  if (refused) return `'${refused}' is not permitted.`;
  if ('properties' in schema && typeof schema.properties === 'object' && schema.properties !== null) {
    const { properties, required, additionalProperties } = schema as Record<string, unknown>;
    if (additionalProperties !== false) return "'additionalProperties' is required to be false.";
    const names = Object.keys(properties ?? {});
    if (!Array.isArray(required) || names.some(name => !required.includes(name))) {
      return "'required' must name every property.";
    }
  }
  return Object.values(schema)
    .map(problemOf)
    .find(problem => problem !== undefined);
}

const tokens = (content: string) => Math.ceil(content.length / CHARS_A_TOKEN);

function send(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

async function text(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}
