export interface LineProblem {
  /** From 1. */
  line: number;
  message: string;
}

/** Where code is typed. */
export interface Editor {
  element: HTMLElement;
  text(): string;
  replace(text: string): void;
  focus(): void;
  goTo(line: number): void;
  /** Marks a line beside its number; null takes the mark away. */
  markError(problem: LineProblem | null): void;
}
