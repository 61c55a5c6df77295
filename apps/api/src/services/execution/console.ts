import { PROGRAM_LANGUAGES } from '@devcapsules/capsule/execution';
import { MAX_SOURCE_BYTES } from '@devcapsules/capsule/schema/source';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import { ERRORS, type ErrorCode } from '../../errors/registry.ts';
import type { Actor } from '../../ports/actor.ts';
import type { Link } from '../../ports/console.ts';
import { refundQuota } from '../limits/quota.ts';

/** Of the processor, as for `/execute`; with waiting for its user, what the runner allows at most. */
const LIMITS = { timeMs: 5_000, memoryMb: 256 };
const WALL_MS = 30_000;
/** All that may be typed into one program. */
const MAX_INPUT_CHARS = 200_000;
const MAX_MESSAGE_CHARS = 2 * MAX_SOURCE_BYTES;
/** Piston's codes of closing. */
const CLOSE = { refused: [4002, 'Notified Error'], completed: [4999, 'Job Completed'] } as const;

const init = z.strictObject({
  type: z.literal('init'),
  language: z.enum(PROGRAM_LANGUAGES),
  source_code: z.string(),
  args: z.array(z.string().max(1_000)).max(50).default([]),
});
const typed = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('data'),
    stream: z.literal('stdin'),
    data: z.string().default(''),
    end: z.boolean().default(false),
  }),
  z.strictObject({ type: z.literal('signal'), signal: z.enum(['SIGINT', 'SIGTERM', 'SIGKILL']) }),
]);

type Needed = Pick<Deps, 'console' | 'quotas' | 'runtime' | 'log'>;

/**
 * Lets a visitor talk to a program: their first message is the program, what follows is input and signals, and what
 * the program says comes back, all in Piston's messages. Nothing else of theirs reaches the runner.
 */
export function converse({ deps, actor }: { deps: Needed; actor: Actor }, visitor: Link): void {
  let program: Promise<Link> | null = null;
  let isGone = false;
  let inputChars = 0;
  visitor.listen({
    message: text => {
      take(text).catch(refuse);
    },
    closed: () => {
      isGone = true;
      program?.then(
        link => link.close(1000, 'gone'),
        () => undefined,
      );
    },
  });

  async function take(text: string): Promise<void> {
    if (text.length > MAX_MESSAGE_CHARS) throw new AppError('BODY_TOO_LARGE');
    if (program) return pass(parse(typed, text), await program);
    const { language, source_code: source, args } = parse(init, text);
    if (new TextEncoder().encode(source).length > MAX_SOURCE_BYTES) throw new AppError('SOURCE_TOO_LARGE');
    program = deps.console.open({ language, source, args, limits: LIMITS, wallMs: WALL_MS });
    const link = await program.catch(async (error: unknown) => {
      await refundQuota({ deps }, actor, 'executions');
      throw error;
    });
    link.listen({
      message: said => visitor.send(said),
      closed: () => visitor.close(...CLOSE.completed),
    });
    if (isGone) link.close(1000, 'gone');
  }

  function pass(message: z.infer<typeof typed>, link: Link): void {
    if (message.type === 'data') inputChars += message.data.length;
    if (inputChars > MAX_INPUT_CHARS) throw new AppError('BODY_TOO_LARGE');
    link.send(JSON.stringify(message));
  }

  function refuse(error: unknown): void {
    const code: ErrorCode = error instanceof AppError ? error.code : 'INTERNAL';
    if (!(error instanceof AppError)) {
      deps.log({ level: 'error', message: 'a console failed', error: String(error) });
    }
    visitor.send(JSON.stringify({ type: 'error', code, message: ERRORS[code].message }));
    visitor.close(...CLOSE.refused);
    program?.then(
      link => link.close(1000, 'refused'),
      () => undefined,
    );
  }
}

function parse<Message>(schema: z.ZodType<Message>, text: string): Message {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new AppError('VALIDATION_FAILED', { cause });
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new AppError('VALIDATION_FAILED', { cause: parsed.error });
  return parsed.data;
}
