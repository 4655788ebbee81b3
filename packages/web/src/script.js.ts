/**
 * The page's own script: filters findings, and opens everything for printing. The page is complete without it. It
 * touches nothing outside the page and puts no text into it but two counts.
 */
export const script = `
(() => {
  'use strict';
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details:not([open], .picture)')];
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
    opened = [];
  });

  const form = document.getElementById('finding-filter');
  if (form === null) return;
  const cards = [...document.querySelectorAll('.finding')];
  const groups = [...document.querySelectorAll('.place-group'), ...document.querySelectorAll('.level-group')];
  const output = form.elements.shown;
  const update = () => {
    const levels = new Set([...form.querySelectorAll('[name=level]:checked')].map((box) => box.value));
    const place = form.elements.place.value;
    const text = form.elements.text.value.trim().toLowerCase();
    let shown = 0;
    for (const card of cards) {
      const fits =
        levels.has(card.dataset.level) &&
        (place === '' || card.dataset.place === place) &&
        (text === '' || card.textContent.toLowerCase().includes(text));
      card.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const group of groups) group.hidden = group.querySelector('.finding:not([hidden])') === null;
    output.textContent = output.dataset.text.replace('{shown}', shown).replace('{total}', cards.length);
  };
  form.addEventListener('input', update);
  form.addEventListener('submit', (event) => event.preventDefault());
  // A link to a finding that is filtered out would lead nowhere.
  addEventListener('hashchange', () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target !== null && target.hidden) {
      form.reset();
      update();
      target.scrollIntoView();
    }
  });
  form.hidden = false;
  update();
})();
`;
