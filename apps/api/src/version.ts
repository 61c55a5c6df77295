import manifest from '../package.json' with { type: 'json' };

/** The version that `/health` and the OpenAPI document tell. */
export const VERSION: string = manifest.version;
