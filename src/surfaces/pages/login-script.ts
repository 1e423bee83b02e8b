/**
 * Finds the solution of an ALTCHA challenge, some 20,000 hashes: asked for only while codes are guessed at or sent for
 * unusually often.
 */
export const SOLVER_SOURCE = `async function solve(challenge) {
  const { nonce, salt, cost, keyPrefix } = challenge.parameters;
  const bytes = (hex) => hex.match(/../g).map((pair) => parseInt(pair, 16));
  const hex = (key) => Array.from(key, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const input = new Uint8Array([...bytes(salt), ...bytes(nonce), 0, 0, 0, 0]);
  for (let counter = 0; ; counter += 1) {
    new DataView(input.buffer).setUint32(input.length - 4, counter);
    let key = input;
    for (let i = 0; i < cost; i += 1) key = new Uint8Array(await crypto.subtle.digest('SHA-256', key));
    const derivedKey = hex(key);
    if (derivedKey.startsWith(keyPrefix))
      return btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }));
  }
}
`;

/** The page's behaviour; a file of its own, since no page of ours runs what stands inside it. */
export const LOGIN_SOURCE = `'use strict';
${SOLVER_SOURCE}(() => {
  const phoneForm = document.getElementById('phone-form');
  const codeForm = document.getElementById('code-form');
  const problem = document.getElementById('problem');
  const say = (text) => {
    problem.textContent = text;
    problem.hidden = text === '';
  };
  const wordsOf = (answer) =>
    (answer.errors && answer.errors[0] && answer.errors[0].message) || answer.detail || answer.title || '';
  const ask = (path, body) =>
    fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
      body: JSON.stringify(body),
    });
  async function post(form, path, body, done) {
    const buttons = form.querySelectorAll('button');
    say('');
    buttons.forEach((button) => (button.disabled = true));
    try {
      let response = await ask(path, body);
      let answer = await response.json();
      if (answer.code === 'challenge_required') {
        response = await ask(path, { ...body, challenge: await solve(answer.data.challenge) });
        answer = await response.json();
      }
      if (response.ok) done();
      else say(wordsOf(answer));
    } catch {
      say(phoneForm.dataset.offline);
    } finally {
      buttons.forEach((button) => (button.disabled = false));
    }
  }
  const show = (form, field) => {
    phoneForm.hidden = form !== phoneForm;
    codeForm.hidden = form !== codeForm;
    field.focus();
  };
  const phone = () => phoneForm.elements.phone.value.replace(/[^+0-9]/g, '');
  phoneForm.addEventListener('submit', (event) => {
    event.preventDefault();
    void post(phoneForm, 'auth/otp/send', { phone: phone() }, () => show(codeForm, codeForm.elements.code));
  });
  codeForm.addEventListener('submit', (event) => {
    event.preventDefault();
    const code = codeForm.elements.code.value.replace(/[^0-9]/g, '');
    void post(codeForm, 'auth/otp/verify', { phone: phone(), code }, () =>
      location.replace(phoneForm.dataset.next),
    );
  });
  document.getElementById('again').addEventListener('click', () => {
    codeForm.reset();
    show(phoneForm, phoneForm.elements.phone);
  });
})();
`;
