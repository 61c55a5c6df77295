/** Something the machine lacks; the message is one line for the operator, naming what to install or set. */
export class SetupError extends Error {}
