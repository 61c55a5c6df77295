/** Raised with every change of a prompt or of a schema that a model is asked to keep: old answers are not reused then. */
export const PROMPT_VERSION = 1;
