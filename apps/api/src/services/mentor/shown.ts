import type { Capsule } from '@devcapsules/capsule/schema/capsule';
import { type Level, levelOf } from '@devcapsules/generation/mentor/level';
import { renderStatement } from '@devcapsules/statement/render';
import type { Deps } from '../../deps.ts';
import type { GivenHint, HintSource } from '../../ports/hints.ts';

export interface ShownHint {
  id: string;
  source: HintSource;
  level: Level;
  text: string;
  html: string;
  helpful: boolean | null;
}

/** What a given hint says. */
export function hintText({ source, step, text }: GivenHint, { hints }: Capsule): string {
  return (source === 'model' ? text : hints[step]) ?? '';
}

/** A hint as the learner who was given it sees it. */
export function shownHint(deps: Pick<Deps, 'config'>, given: GivenHint, capsule: Capsule): ShownHint {
  const { id, source, step, helpful } = given;
  const text = hintText(given, capsule);
  const html = renderStatement(text, { baseUrl: deps.config.appUrl });
  const level = levelOf(source === 'model' ? step - capsule.hints.length : step);
  return { id, source, level, text, html, helpful };
}
