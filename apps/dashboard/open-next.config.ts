import { defineCloudflareConfig } from '@opennextjs/cloudflare';

/** Every page is made for who asks: nothing is kept between requests, so there is no incremental cache. */
export default {
  ...defineCloudflareConfig({}),
  buildCommand: 'next build',
};
