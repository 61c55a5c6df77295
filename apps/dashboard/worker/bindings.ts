/** What the Worker is given; pages reach the API through it too. */
export interface Bindings {
  API: Fetcher;
  ASSETS: Fetcher;
  APP_URL: string;
}
