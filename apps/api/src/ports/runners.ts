import { z } from 'zod';

/** What a runner understands: `devcapsules` has batches and a verdict channel, a stock `piston` neither. */
export const RUNNER_KINDS = ['devcapsules', 'piston'] as const;
export type RunnerKind = (typeof RUNNER_KINDS)[number];

/** One runner that programs may be sent to. */
export interface RunnerEndpoint {
  url: string;
  kind: RunnerKind;
  /** Its share of the work, beside the weights of the others. */
  weight: number;
  /** Of the HMAC that it knows us by; undefined when it asks for none. */
  secret: string | undefined;
}

const LINE = /^(?:(devcapsules|piston)\+)?(https?:\/\/[^=]+?)\/?(?:=(\d{1,4}))?$/;

/** A variable RUNNER_URLS: `https://a=3,piston+https://b=1`. */
export const runnerList = z.string().transform((text, context): Omit<RunnerEndpoint, 'secret'>[] =>
  split(text).map(line => {
    const [, kind, url = '', weight = '1'] = LINE.exec(line) ?? [];
    if (!z.url().safeParse(url).success || Number(weight) < 1) {
      context.addIssue(`"${line}" is not of the form [devcapsules+|piston+]URL[=WEIGHT]`);
    }
    return { url, kind: kind === 'piston' ? 'piston' : 'devcapsules', weight: Number(weight) };
  }),
);

/** A variable RUNNER_SECRETS: `https://a=its-secret,https://b=`; nothing behind the sign means that none is sent. */
export const runnerSecrets = z.string().transform(text => {
  const pairs = split(text).map((line): [string, string] => {
    const at = line.indexOf('=');
    return [line.slice(0, at).replace(/\/$/, ''), line.slice(at + 1)];
  });
  return new Map(pairs);
});

function split(text: string): string[] {
  return text
    .split(',')
    .map(line => line.trim())
    .filter(line => line !== '');
}
