type Theme = 'light' | 'dark';

/** Paints as the reader asks, else as the system does; always light on paper. */
export function followTheme(paint: (theme: Theme) => void, paintOnPaper: () => void): void {
  const choice = document.getElementById('theme') as HTMLSelectElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = (theme: Theme) => {
    document.documentElement.dataset.theme = theme;
    paint(theme);
  };
  const asked = (): Theme => {
    if (choice.value === 'light' || choice.value === 'dark') return choice.value;
    return system.matches ? 'dark' : 'light';
  };
  choice.addEventListener('change', () => apply(asked()));
  system.addEventListener('change', () => apply(asked()));
  addEventListener('afterprint', () => apply(asked()));
  document.getElementById('print')?.addEventListener('click', () => print());
  addEventListener('beforeprint', () => {
    document.documentElement.dataset.theme = 'light';
    paintOnPaper();
  });
  apply(asked());
}
