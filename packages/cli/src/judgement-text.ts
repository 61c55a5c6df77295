import { lineDiff } from '@devcapsules/capsule/mutants/diff';
import type { Judgement, Shown, TestResult } from '@devcapsules/capsule/verdict';
import { alignColumns } from './table.ts';
import { paint, type Terminal } from './terminal.ts';

/** A judgement for people: a table of verdicts, then why each test failed. */
export function judgementText(judgement: Judgement, terminal: Terminal): string {
  const { verdict, passed, total, tests, compile } = judgement;
  const end = paint(terminal, verdict === 'accepted' ? 'green' : 'red', words(verdict));
  if (compile) return `${compile.stdout}${compile.stderr}\n${end}\n`;
  const failures = tests.filter(test => test.verdict !== 'accepted').map(test => failureText(test, terminal));
  return [...tableOf(tests, terminal), ...failures, `\n${end}: ${passed} of ${total} tests passed`, ''].join(
    '\n',
  );
}

function tableOf(tests: TestResult[], terminal: Terminal): string[] {
  const rows = tests.map(({ verdict, timeMs, memoryKb, name, hidden }) => [
    ...[
      words(verdict),
      `${timeMs} ms`,
      memoryKb === 0 ? '' : `${(memoryKb / 1024).toFixed(1)} MB`,
      hidden ? 'hidden' : '',
      name,
    ],
  ]);
  const [head = '', ...lines] = alignColumns([['verdict', 'time', 'memory', '', 'test'], ...rows]);
  return [
    paint(terminal, 'bold', head),
    ...lines.map((line, index) =>
      paint(terminal, tests[index]?.verdict === 'accepted' ? 'green' : 'red', line),
    ),
  ];
}

function failureText(
  { name, verdict, input, expected, actual, message, stdout, stderr }: TestResult,
  terminal: Terminal,
) {
  const lines = [`\n${paint(terminal, 'bold', `${name}: ${words(verdict)}`)}`];
  if (message !== undefined) lines.push(message);
  if (input) lines.push(block('input', textOf(input)));
  if (expected && actual) {
    lines.push('expected (-) and what came (+)', indent(lineDiff(textOf(expected), textOf(actual))));
  } else if (expected) lines.push(block('expected', textOf(expected)));
  if (stderr) lines.push(block('stderr', stderr));
  // What a program of a stdio capsule prints is what came.
  if (stdout && stdout !== (actual && textOf(actual))) lines.push(block('stdout', stdout));
  return lines.join('\n');
}

function textOf(shown: Shown): string {
  if ('text' in shown) return shown.text;
  const { columns, rows } = shown.table;
  return [columns, ...rows.map(row => row.map(value => JSON.stringify(value)))]
    .map(cells => cells.join(' | '))
    .join('\n');
}

function block(title: string, text: string): string {
  return `${title}\n${indent(text)}`;
}

function indent(text: string): string {
  return text.trimEnd().replace(/^/gm, '    ');
}

function words(verdict: string): string {
  return verdict.replaceAll('_', ' ');
}
