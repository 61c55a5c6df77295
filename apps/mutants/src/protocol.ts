import type { Mutant, MutantRequest } from '@devcapsules/capsule/mutants/mutant';

/** The RPC between the API and the Worker of mutants. */
export interface MutantService {
  /** @throws when the language has no grammar */
  make(request: MutantRequest): Promise<Mutant[]>;
}
