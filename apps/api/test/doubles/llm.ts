import { parseArgs } from 'node:util';
import { SCENARIOS, type ScenarioName } from './llm-scenarios.ts';
import { llmDouble } from './llm-server.ts';

const HELP = `node apps/api/test/doubles/llm.ts [options]

A double of a provider of models on this machine: Azure OpenAI at /openai/v1, OpenAI at /v1, with the key a-key.
GET /calls tells what it was asked.

  --port N          (8790)
  --scenario NAME   one of: ${Object.keys(SCENARIOS).join(' | ')} (good)
  --help            this text
`;

const { values } = parseArgs({
  options: { port: { type: 'string' }, scenario: { type: 'string' }, help: { type: 'boolean' } },
});
const scenario = values.scenario ?? 'good';
if (values.help) {
  console.log(HELP);
} else if (!(scenario in SCENARIOS)) {
  console.error(`There is no scenario “${scenario}”.\n\n${HELP}`);
  process.exitCode = 1;
} else {
  const port = Number(values.port ?? 8790);
  llmDouble(scenario as ScenarioName).listen(port, '127.0.0.1', () => {
    console.log(`LLM_BASE_URL=http://127.0.0.1:${port}/openai/v1, LLM_API_KEY=a-key: ${scenario}`);
  });
}
