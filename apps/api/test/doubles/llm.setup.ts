import type { TestProject } from 'vitest/node';
import { llmDouble } from './llm-server.ts';

/** Starts the double of a provider of models. */
export default async function setup(project: TestProject): Promise<() => void> {
  const { llmPort } = project.getProvidedContext();
  const server = llmDouble();
  await new Promise<void>(resolve => server.listen(llmPort, '127.0.0.1', () => resolve()));
  return () => {
    server.closeAllConnections();
    server.close();
  };
}
