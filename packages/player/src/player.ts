import { DevCapsule } from './element.ts';

if (!customElements.get('dev-capsule')) customElements.define('dev-capsule', DevCapsule);
