/** Shows the variant of a chart that the reader chooses, and hides the others. */
export function chooseVariants(): void {
  for (const select of document.querySelectorAll<HTMLSelectElement>('[data-variants]')) {
    const names = Array.from(select.options, ({ value }) => value);
    const show = () => {
      for (const name of names) {
        const figure = document.getElementById(`chart-${name}`);
        if (figure !== null) figure.hidden = name !== select.value;
      }
    };
    select.addEventListener('change', show);
    // A browser that goes back to a page keeps what was chosen.
    show();
  }
}
