const PATHS = {
  play: 'M5 3.5v9l7.5-4.5z',
  check: 'M3 8.5l3.2 3.2L13 5',
  cross: 'M4 4l8 8M12 4l-8 8',
  undo: 'M3 3.5v4h4M3.4 7.5a5 5 0 1 1 1 4.2',
  link: 'M6.5 9.5l3-3M7 4.8l1-1a2.9 2.9 0 0 1 4.2 4.2l-1 1M9 11.2l-1 1A2.9 2.9 0 0 1 3.800 8l1-1',
  bulb: 'M6 12.500h4M6.500 14.500h3M8 1.500a4.500 4.500 0 0 0-2.600 8.200c.5.4.6.8.6 1.300h4c0-.5.1-.9.6-1.300A4.500 4.500 0 0 0 8 1.500z',
  alert: 'M8 5v3.500M8 11.200v.1M8 1.800l6.700 11.900H1.300z',
  lock: 'M4 7.500h8v6H4zM5.800 7.500V5a2.200 2.200 0 0 1 4.400 0v2.500',
} as const;
export type Icon = keyof typeof PATHS;

const SVG = 'http://www.w3.org/2000/svg';

/** A line drawing that screen readers pass over. */
export function icon(name: Icon): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
