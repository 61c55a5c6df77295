import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { command } from '../../tools/lib/command.ts';
import { findPrometheus } from '../../tools/lib/prometheus.ts';
import { ROOT } from '../lib/environments.ts';
import { BLIND_RUNBOOK, CONDITIONS } from './conditions.ts';

const rulesFile = join(import.meta.dirname, 'runner.rules.yml');
const rule = z.object({
  alert: z.string().optional(),
  record: z.string().optional(),
  expr: z.string(),
  labels: z.object({ severity: z.enum(['page', 'ticket']) }).optional(),
  annotations: z.object({ summary: z.string(), runbook: z.string() }).optional(),
});
const rules = z
  .object({ groups: z.array(z.object({ rules: z.array(rule) })) })
  .parse(parse(readFileSync(rulesFile, 'utf8')))
  .groups.flatMap(group => group.rules);
const alerts = rules.filter(one => one.alert !== undefined);
const METRIC = /\b(?:devcapsules_runner|process|nodejs)_[a-z_]+\b/g;
const dashboards = globSync('*.dashboard.json', { cwd: import.meta.dirname });
const readBoard = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8');

describe('every alert', () => {
  const named = [
    ...CONDITIONS.map(({ name, runbook }) => ({ name, runbook })),
    ...alerts.map(({ alert = '', annotations }) => ({ name: alert, runbook: annotations?.runbook ?? '' })),
  ];

  test('has a page, and every page its alerts, by name', () => {
    const pages = globSync('docs/runbooks/*.md', { cwd: ROOT }).filter(path => !path.endsWith('README.md'));
    const told = pages.flatMap(path => {
      const line = /^Alerts?: (.*)$/m.exec(readFileSync(join(ROOT, path), 'utf8'))?.[1] ?? '';
      return [...line.matchAll(/`(\w+)`/g)].map(([, name = '']) => ({ name, runbook: path }));
    });
    const sorted = (list: { name: string; runbook: string }[]) =>
      list.map(({ name, runbook }) => `${name} ${runbook}`).sort();
    expect(sorted(told)).toEqual(sorted([...named, { name: 'Blind', runbook: BLIND_RUNBOOK }]));
  });

  test('has a name of its own', () => {
    expect(new Set(named.map(({ name }) => name)).size).toBe(named.length);
  });

  test('says what to look at, decide and do', () => {
    for (const path of new Set(named.map(({ runbook }) => runbook)))
      for (const part of ['## What it means', '## Look', '## Do'])
        expect([path, readFileSync(join(ROOT, path), 'utf8')]).toEqual([path, expect.stringContaining(part)]);
  });
});

describe('rules for Prometheus', () => {
  test('hold for promtool, with its tests, and each alert is tested', async () => {
    const { promtool } = await findPrometheus();
    expect(await command(promtool, ['check', 'rules', rulesFile])).toContain(
      `SUCCESS: ${rules.length} rules found`,
    );
    const tests = join(import.meta.dirname, 'runner.tests.yml');
    expect(await command(promtool, ['test', 'rules', tests])).toContain('SUCCESS');
    const tested = readFileSync(tests, 'utf8');
    for (const { alert } of alerts) expect(tested).toContain(`alertname: ${alert}`);
  }, 120_000);

  test('and dashboards ask for what a runner tells', () => {
    const source = readFileSync(join(ROOT, 'apps/runner/src/metrics.ts'), 'utf8');
    const told = new Set(
      [...source.matchAll(/\$\{PREFIX\}([a-z_]+)/g)].map(([, name]) => `devcapsules_runner_${name}`),
    );
    expect(told.size).toBeGreaterThan(8);
    const ofNode = [
      'process_resident_memory_bytes',
      'process_open_fds',
      'nodejs_eventloop_lag_p99_seconds',
      'process_cpu_seconds_total',
    ];
    const asked = [...rules.map(({ expr }) => expr), ...dashboards.map(readBoard)].flatMap(
      text => text.match(METRIC) ?? [],
    );
    const known = (name: string) =>
      told.has(name.replace(/_(bucket|sum|count)$/, '')) || told.has(name) || ofNode.includes(name);
    expect(asked.length).toBeGreaterThan(15);
    expect(asked.filter(name => !known(name))).toEqual([]);
  });
});

describe('dashboards', () => {
  const board = z.object({
    title: z.string(),
    uid: z.string(),
    schemaVersion: z.number().min(36),
    panels: z.array(
      z.object({
        id: z.number(),
        title: z.string(),
        type: z.enum(['timeseries', 'stat', 'table']),
        datasource: z.object({ uid: z.string() }),
        gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
        targets: z
          .array(
            z.looseObject({ refId: z.string(), expr: z.string().optional(), query: z.string().optional() }),
          )
          .min(1),
      }),
    ),
  });

  test.each(dashboards)('%s is one, each panel with a question, none over another', file => {
    const { panels } = board.parse(JSON.parse(readBoard(file)));
    expect(panels.length).toBeGreaterThan(4);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const { title, targets } of panels)
      for (const { expr, query } of targets)
        expect([title, (expr ?? query ?? '').length > 5]).toEqual([title, true]);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, i) => `${x + (i % w)} ${y + Math.floor(i / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
  });
});
