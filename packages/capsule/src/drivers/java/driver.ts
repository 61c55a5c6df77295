import type { Driver } from '../driver.ts';
export const javaDriver: Driver = { functionFiles: () => [], programFiles: () => [] };
