import { RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, gutterLineClass } from '@codemirror/view';
import type { LineProblem } from './interface.ts';

const setProblem = StateEffect.define<LineProblem | null>();

class ErrorMarker extends GutterMarker {
  override elementClass = 'error-gutter';
}
const marker = new ErrorMarker();

/** The line that an error speaks of; its mark goes with the next change. */
const problemField = StateField.define<LineProblem | null>({
  create: () => null,
  update(problem, transaction) {
    for (const effect of transaction.effects) if (effect.is(setProblem)) return effect.value;
    return transaction.docChanged ? null : problem;
  },
  provide: field => [
    EditorView.decorations.from(field, problem => view => {
      const at = positionOf(problem, view.state.doc.lines, line => view.state.doc.line(line).from);
      if (at === null || !problem) return Decoration.none;
      const attributes = { class: 'error-line', title: problem.message };
      return Decoration.set(Decoration.line({ attributes }).range(at));
    }),
    gutterLineClass.computeN([field], state => {
      const at = positionOf(state.field(field), state.doc.lines, line => state.doc.line(line).from);
      return at === null ? [] : [RangeSet.of([marker.range(at)])];
    }),
  ],
});

function positionOf(problem: LineProblem | null, lines: number, startOf: (line: number) => number) {
  return problem && problem.line >= 1 && problem.line <= lines ? startOf(problem.line) : null;
}

export const errorLine = problemField;

export function markError(view: EditorView, problem: LineProblem | null): void {
  view.dispatch({ effects: setProblem.of(problem) });
}
