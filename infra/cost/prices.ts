/**
 * List prices in US dollars, without tax, as their sources had them on the day they were read. Nothing is rounded and no
 * discount is taken. `sourced: false` marks a price that no public source at hand names for this region.
 */
export interface Price {
  usd: number;
  /** What one of `usd` buys. */
  unit: string;
  /** Of the same unit each month, before anything is charged. */
  included: number;
  source: string;
  /** The day it was read. */
  read: string;
  sourced: boolean;
  note?: string;
}

const READ = '2026-11-29';
const WORKERS = 'https://developers.cloudflare.com/workers/platform/pricing/';
const from = (usd: number, unit: string, included: number, source: string, note?: string): Price => ({
  ...{ usd, unit, included, source, read: READ, sourced: true },
  ...(note && { note }),
});
const unsourced = (usd: number, unit: string, included: number, source: string, note: string): Price => ({
  ...from(usd, unit, included, source, note),
  sourced: false,
});

export const PRICES = {
  workersPaid: from(5, 'month', 0, WORKERS),
  workersRequests: from(0.3, 'million requests', 10, WORKERS),
  workersCpu: from(0.02, 'million CPU ms', 30, WORKERS),
  d1RowsRead: from(0.001, 'million rows', 25_000, 'https://developers.cloudflare.com/d1/platform/pricing/'),
  d1RowsWritten: from(1, 'million rows', 50, 'https://developers.cloudflare.com/d1/platform/pricing/'),
  d1Storage: from(0.75, 'GB-month', 5, 'https://developers.cloudflare.com/d1/platform/pricing/'),
  kvReads: from(0.5, 'million', 10, 'https://developers.cloudflare.com/kv/platform/pricing/'),
  kvWrites: from(5, 'million', 1, 'https://developers.cloudflare.com/kv/platform/pricing/'),
  r2ClassA: from(4.5, 'million', 1, 'https://developers.cloudflare.com/r2/pricing/'),
  r2ClassB: from(0.36, 'million', 10, 'https://developers.cloudflare.com/r2/pricing/'),
  queueOperations: from(
    0.4,
    'million',
    1,
    'https://developers.cloudflare.com/queues/platform/pricing/',
    'three for a message: written, read, deleted',
  ),
  objectRequests: from(
    0.15,
    'million',
    1,
    'https://developers.cloudflare.com/durable-objects/platform/pricing/',
  ),
  objectDuration: from(
    12.5,
    'million GB-s',
    0.4,
    'https://developers.cloudflare.com/durable-objects/platform/pricing/',
    '128 MB for as long as an object is in memory',
  ),
  logs: from(
    0.25,
    'GB ingested',
    50,
    'https://developers.cloudflare.com/observability/pricing/',
    'from 2026-12-01; until then 20 million events included, $0.60 a million',
  ),
  machine: unsourced(
    36 / 730,
    'hour',
    0,
    'the first design of this product, February 2026: “Standard_B2as_v2, ~$36/month”',
    'Central India. No price list at hand names this size there; https://prices.azure.com/api/retail/prices does',
  ),
  disk: from(
    2.4,
    'disk-month',
    0,
    'https://github.com/ChiefGyk3D/Clouds-Against-Humanity/wiki/Provider-Azure-Cost-Lesson',
    'E4, 32 GiB Standard SSD, East US, read there from the retail price API on 2026-10-16; operations not counted',
  ),
  metricSamples: unsourced(
    0.16,
    '10 million samples',
    0,
    'https://azure.microsoft.com/pricing/details/monitor/',
    'managed Prometheus, as remembered: that page could not be read',
  ),
  natGateway: from(0.045, 'hour', 0, 'https://c3x.dev/resources/azure/azurerm_nat_gateway/', 'eastus'),
  natData: from(0.045, 'GB', 0, 'https://c3x.dev/resources/azure/azurerm_nat_gateway/', 'eastus'),
  publicAddress: from(
    0.005,
    'hour',
    0,
    'https://github.com/ChiefGyk3D/Clouds-Against-Humanity/wiki/Provider-Azure-Cost-Lesson',
    'East US, read there on 2026-10-16',
  ),
  egress: from(
    0.087,
    'GB',
    100,
    'https://c3x.dev/blog/azure-egress-bandwidth-cost/',
    'North America and Europe; of Asia no source at hand, it is dearer',
  ),
  largeInput: from(
    2.5,
    'million tokens',
    0,
    'https://github.com/timcsy/ai-api/blob/main/deploy/prices/azure-2026-05.yaml',
    'gpt-4o, transcribed there from Azure’s page on 2026-05-22',
  ),
  largeOutput: from(
    10,
    'million tokens',
    0,
    'https://github.com/timcsy/ai-api/blob/main/deploy/prices/azure-2026-05.yaml',
    'gpt-4o',
  ),
  smallInput: from(
    0.15,
    'million tokens',
    0,
    'https://github.com/timcsy/ai-api/blob/main/deploy/prices/azure-2026-05.yaml',
    'gpt-4o-mini',
  ),
  smallOutput: from(
    0.6,
    'million tokens',
    0,
    'https://github.com/timcsy/ai-api/blob/main/deploy/prices/azure-2026-05.yaml',
    'gpt-4o-mini',
  ),
  embedding: from(
    0.02,
    'million tokens',
    0,
    'https://goitreels-com.pages.dev/blog/openai-api-pricing-guide',
    'text-embedding-3-small, OpenAI’s price as told there in April 2026',
  ),
} satisfies Record<string, Price>;

export type PriceName = keyof typeof PRICES;
export type PriceTable = Record<PriceName, Price>;

/** Dollars a month for an amount in the price's unit, what is included taken off once. */
export function charge({ usd, included }: Pick<Price, 'usd' | 'included'>, amount: number): number {
  return usd * Math.max(0, amount - included);
}
