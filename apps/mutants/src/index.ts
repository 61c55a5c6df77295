import { WorkerEntrypoint } from 'cloudflare:workers';
import type { Mutant, MutantRequest } from '@devcapsules/capsule/mutants/mutant';
import { mutantMaker } from '@devcapsules/capsule/mutants/parse';
import sql from '@l1xnan/tree-sitter-sql/tree-sitter-sql.wasm';
import cpp from '@vscode/tree-sitter-wasm/wasm/tree-sitter-cpp.wasm';
import java from '@vscode/tree-sitter-wasm/wasm/tree-sitter-java.wasm';
import javascript from '@vscode/tree-sitter-wasm/wasm/tree-sitter-javascript.wasm';
import python from '@vscode/tree-sitter-wasm/wasm/tree-sitter-python.wasm';
import engine from 'web-tree-sitter/web-tree-sitter.wasm';
import type { MutantService } from './protocol.ts';

// C++'s grammar reads C; what it can't read of it is not mutated.
const grammars = new Map(Object.entries({ python, javascript, java, c: cpp, cpp, sql }));
const make = mutantMaker({ engine, grammars });

/** The RPC that the API binds to. */
export class Mutants extends WorkerEntrypoint implements MutantService {
  make(request: MutantRequest): Promise<Mutant[]> {
    return make(request);
  }
}

/** Nothing is served over HTTP. */
export default {
  fetch: () => new Response('Not found', { status: 404 }),
} satisfies ExportedHandler;
