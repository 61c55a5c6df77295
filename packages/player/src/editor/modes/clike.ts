/** What is re-exported by name is all that is bundled: the module has ten more languages. */
export { c, cpp, java } from '@codemirror/legacy-modes/mode/clike';
