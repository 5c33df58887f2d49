/** The script of the HTML report: filters, sorting and copying. Without it the report is whole, only longer. It reads the page and nothing else. */
export const script = `
'use strict';
for (const form of document.querySelectorAll('form.filters')) {
  form.hidden = false;
  const items = [...document.querySelectorAll(form.dataset.items)];
  const status = form.querySelector('output');
  // Read once: of hundreds of findings it takes as long as all the rest.
  const texts = new Map();
  const textOf = (item) => {
    if (!texts.has(item)) texts.set(item, item.textContent.toLowerCase());
    return texts.get(item);
  };
  const apply = () => {
    const wanted = new FormData(form);
    let shown = 0;
    for (const item of items) {
      let keep = true;
      for (const [name, value] of wanted) {
        const text = String(value).toLowerCase();
        if (text === '') continue;
        if (name === 'text') keep = keep && textOf(item).includes(text);
        else keep = keep && (item.dataset[name] || '').toLowerCase().split('\\n').includes(text);
      }
      item.hidden = !keep;
      if (keep) shown += 1;
    }
    status.textContent = shown + ' of ' + items.length + ' shown';
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  apply();
}
for (const table of document.querySelectorAll('table.sortable')) {
  const body = table.tBodies[0];
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      const up = head.getAttribute('aria-sort') !== 'ascending';
      for (const other of head.parentElement.cells) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      const rows = [...body.rows].sort((a, b) => a.cells[column].textContent.localeCompare(b.cells[column].textContent, 'en', { numeric: true }));
      body.append(...(up ? rows : rows.reverse()));
    });
  });
}
const copied = (text, status) => {
  text.select();
  // A page that is opened as a file has no clipboard interface.
  status.textContent = document.execCommand('copy') ? 'Copied' : 'Selected: copy it with the keyboard';
};
for (const fix of document.querySelectorAll('pre[aria-label="Change"]')) {
  const line = document.createElement('p');
  const button = document.createElement('button');
  const status = document.createElement('output');
  line.className = 'copy';
  button.type = 'button';
  button.textContent = 'Copy the fix as a patch';
  line.append(button, status);
  fix.after(line);
  button.addEventListener('click', () => {
    const text = document.createElement('textarea');
    text.value = fix.textContent;
    line.append(text);
    copied(text, status);
    text.remove();
    if (status.textContent !== 'Copied') {
      getSelection().selectAllChildren(fix);
    }
  });
}
/** A link to a finding opens it, whatever is filtered or closed. */
const openTarget = () => {
  const target = document.getElementById(location.hash.slice(1));
  if (target === null) return;
  for (let at = target; at !== null; at = at.parentElement) {
    at.hidden = false;
    if (at.tagName === 'DETAILS') at.open = true;
  }
  const own = target.querySelector('details');
  if (own !== null) own.open = true;
  target.scrollIntoView();
};
addEventListener('hashchange', openTarget);
openTarget();
for (const text of document.querySelectorAll('.prompt textarea')) {
  const button = document.createElement('button');
  const status = document.createElement('output');
  button.type = 'button';
  button.textContent = 'Copy the prompt';
  text.after(button, status);
  button.addEventListener('click', () => copied(text, status));
}
addEventListener('beforeprint', () => { for (const details of document.querySelectorAll('details:not(.prompt)')) details.open = true; });
`;
