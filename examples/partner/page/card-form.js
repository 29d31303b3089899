/* global HTMLInputElement, HTMLSelectElement */
import { make } from './dom.js';
import { maskNik } from './mask.js';

/**
 * @typedef {Record<string, {value: string | null, isDoubtful: boolean}>} Prefill
 */

/**
 * A form that is filled from a card. What was not read surely stays empty and is marked; the NIK is
 * masked until its field is touched.
 *
 * @param {HTMLFormElement} form
 */
export function createCardForm(form) {
  let nik = '';

  const nikInput = controlOf(form, 'nik');
  nikInput.addEventListener('focus', () => {
    nikInput.value = nik;
    // A new value has lost the selection with which a field is entered by keyboard.
    if (nikInput instanceof HTMLInputElement) nikInput.select();
  });
  nikInput.addEventListener('input', () => {
    nik = nikInput.value;
  });
  nikInput.addEventListener('blur', () => {
    nikInput.value = maskNik(nik);
  });

  return {
    /** @param {Prefill} fields */
    fill(fields) {
      for (const [name, { value, isDoubtful }] of Object.entries(fields)) {
        if (form.elements.namedItem(name) === null) continue;
        const control = controlOf(form, name);
        control.value = name === 'nik' ? maskNik(value ?? '') : (value ?? '');
        if (name === 'nik') nik = value ?? '';
        const words = isDoubtful ? 'Not read clearly. Please type it.' : 'Please type it.';
        setHint(control, value === null ? 'missing' : '', value === null ? words : '');
      }
    },

    /** @returns {Record<string, string>} */
    read() {
      const values = Object.fromEntries(
        [...new FormData(form)].map(([name, value]) => [
          name,
          typeof value === 'string' ? value : '',
        ]),
      );
      return { ...values, nik };
    },

    /** @param {Record<string, string>} problems by name of the field */
    showProblems(problems) {
      for (const control of form.elements) {
        if (!isControl(control) || control.name === '') continue;
        const problem = problems[control.name];
        if (problem !== undefined) setHint(control, 'wrong', problem);
        else if (control.closest('.wrong') !== null) setHint(control, '', '');
      }
    },
  };
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @returns {HTMLInputElement | HTMLSelectElement}
 */
function controlOf(form, name) {
  const control = form.elements.namedItem(name);
  if (!isControl(control)) throw new Error(`The form has no field ${name}.`);
  return control;
}

/**
 * @param {unknown} element
 * @returns {element is HTMLInputElement | HTMLSelectElement}
 */
function isControl(element) {
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
}

/**
 * @param {HTMLElement} control
 * @param {string} mark class of the field: `missing`, `wrong` or none
 * @param {string} words
 */
function setHint(control, mark, words) {
  const field = control.closest('.field');
  if (field === null) return;
  field.classList.remove('missing', 'wrong');
  if (mark !== '') field.classList.add(mark);
  control.setAttribute('aria-invalid', String(mark === 'wrong'));
  field.querySelector('.hint')?.remove();
  if (words !== '') field.append(make('span', 'hint', words));
}
