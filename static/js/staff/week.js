// The week editor: instead of a line of text per day, from and until, a bar, and copying to other days. The text stays
// the field that is sent; without this script people type into it.
import { element, word } from "./words.js";

const PREVIEW = 400; // milliseconds after the last change
const DAY = 24 * 60;
const SVG = "http://www.w3.org/2000/svg";

export function showWeeks(root, previewUrl) {
  for (const editor of root.querySelectorAll("[data-week]:not([data-shown])")) new Week(editor, previewUrl);
}

const minutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
// A row with one clock filled in is `09:00-`: it stays in its place, and is no hours yet.
const PART = /^((\d\d:\d\d)?-(\d\d:\d\d)?(\s*,\s*(\d\d:\d\d)?-(\d\d:\d\d)?)*)?\s*("[^"]*")?$/;
const parts = (text) => text.match(/(?:"[^"]*"|[^;"])+/g)?.map((part) => part.trim()) ?? [];
const remark = (text) => text.match(/"([^"]*)"/)?.[1] ?? "";
// Hours of a day, each with its own remark; a remark of the whole day stands with no hours.
const parse = (text) => parts(text).flatMap((part) => [...part.replace(/"[^"]*"/, "").matchAll(/(\d\d:\d\d)?-(\d\d:\d\d)?/g)].map(([, from = "", to = ""]) => ({ from, to: ofDay(to), remark: remark(part) })));
// 26:00, as some write two in the night.
const ofDay = (time) => (time > "24:00" ? `0${Number(time.slice(0, 2)) - 24}${time.slice(2)}`.slice(-5) : time);
const OF_WEEK = /^(mo|tu|we|th|fr|sa|su|ph|ph_hours|rest|line|(date|nth|season)_\w+)$/;
const nameOf = (field) => field.name.split("-").pop();
const wholeDay = (text) => remark(parts(text).find((part) => part.startsWith('"')) ?? "");
const untilNextDay = ({ from, to }) => (from && to && to <= from ? word("nextDay", { time: to.replace(":", ".") }) : "");
const plain = (text) => parts(text).every((part) => PART.test(part));

class Week {
  constructor(editor, previewUrl) {
    editor.dataset.shown = "yes";
    this.editor = editor;
    this.url = previewUrl;
    this.preview = editor.querySelector("[data-hours-preview]");
    editor.querySelector("[data-week-help]").hidden = true;
    this.days = [...editor.querySelectorAll("[data-day]")].map((row) => new Day(row, this));
    this.sayClosed();
    this.entry.addEventListener("input", ({ target }) => OF_WEEK.test(nameOf(target)) && this.later());
    this.line = editor.querySelector('[name$="-line"]');
    this.lineRead = editor.querySelector('[name$="-line_read"]');
    this.answer = editor.querySelector("[data-line-answer]");
    editor.querySelector('[name$="-nights"]').value = "shown"; // of every row it is said below that it ends the next day
    this.line.addEventListener("change", () => this.hear().then(() => this.takeOver(this.answer.querySelector("p[data-fields]"))));
    this.answer.addEventListener("change", ({ target }) => this.takeOver(target));
    this.preview.addEventListener("click", ({ target }) => target.dataset.holidays && this.sayHolidays(target.dataset.holidays));
  }

  get entry() {
    return this.editor.closest(".entry");
  }

  get fields() {
    return [...this.entry.querySelectorAll("input[name], select[name], textarea[name]")].filter((field) => OF_WEEK.test(nameOf(field)));
  }

  // Days without hours are closed; where no day has any nothing is known, unless somebody says that it is closed.
  sayClosed() {
    const known = this.days?.some((day) => day.intervals?.length || day.remark);
    for (const day of this.days ?? []) day.sayClosed(known);
  }

  get isRead() {
    return !this.line.value.trim() || this.line.value === this.lineRead.value;
  }

  // What was typed in one line is answered under it: what the days take over, a question, or what is wrong.
  async hear() {
    this.forgive(this.line.closest(".field"));
    if (this.isRead) return this.answer.replaceChildren();
    const answer = await this.ask();
    if (answer !== null) this.answer.innerHTML = answer;
  }

  // It goes to the days, where it is seen in plain words before it is kept.
  takeOver(understood) {
    if (!understood?.dataset.fields || this.line.form.dataset.sending) return;
    const values = JSON.parse(understood.dataset.fields);
    for (const field of this.fields) if (field !== this.line) field.value = values[nameOf(field)] ?? "";
    this.lineRead.value = this.line.value;
    for (const day of this.days) day.read();
    for (const details of this.entry.querySelectorAll(":scope > [data-opens]")) details.open ||= [...details.querySelectorAll("input, select")].some((field) => values[nameOf(field)]);
    this.forgive(this.editor);
    this.days[0].field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // What was wrong when the form was sent, and is written anew.
  forgive(part) {
    for (const error of part.querySelectorAll(".error")) error.remove();
    for (const field of part.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
    for (const wrong of [part, ...part.querySelectorAll(".has-error")]) wrong.classList.remove("has-error");
  }

  sayHolidays(value) {
    const holidays = this.editor.querySelector('[name$="-ph"]');
    holidays.value = value;
    holidays.dispatchEvent(new Event("input", { bubbles: true }));
    (value === "open" ? this.editor.querySelector('[name$="-ph_hours"]') : holidays).focus();
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), PREVIEW);
  }

  async show() {
    if (!this.isRead) return; // it is answered where it is typed
    const answer = await this.ask();
    if (answer !== null) this.preview.innerHTML = answer;
  }

  async ask() {
    const asked = new URLSearchParams({ key: this.entry.id, line_read: this.lineRead.value });
    for (const field of this.fields) asked.set(nameOf(field), field.value);
    const answer = await fetch(`${this.url}?${asked}`).catch(() => null);
    return answer?.ok && !answer.redirected ? answer.text() : null;
  }
}

class Day {
  constructor(row, week) {
    this.week = week;
    this.label = row.querySelector("label");
    this.field = row.querySelector("input");
    this.tools = element("div", { class: "day-tools", role: "group", "aria-label": this.label.textContent });
    this.bar = element("div", { class: "day-bar", "aria-hidden": "true" });
    this.read();
  }

  // What stands in the field, as rows; something to put right stays a text, with its error.
  read() {
    this.closed = this.field.value.trim() === word("closed");
    if (!this.closed && !plain(this.field.value)) return;
    if (!this.tools.isConnected) {
      this.field.type = "hidden";
      this.tools.id = this.field.id; // where a message of what is wrong leads to
      this.tools.tabIndex = -1;
      this.field.removeAttribute("id");
      this.label.replaceWith(element("span", { class: "day-name" }, this.label.textContent));
      this.field.after(this.tools, this.bar);
    }
    this.intervals = parse(this.field.value);
    this.remark = wholeDay(this.field.value);
    this.draw();
  }

  draw(focus) {
    const name = this.label.textContent;
    const rows = this.intervals.map((interval, number) => this.row(interval, number, name));
    const add = element("button", { type: "button", class: "icon-button", title: word("add"), "aria-label": `${word("add")}: ${name}`, onclick: () => this.add() }, "+");
    const copy = element("button", { type: "button", class: "button small quiet", "aria-expanded": "false", "aria-label": `${word("copy")} (${name})` }, word("copy"));
    copy.addEventListener("click", () => this.menu(copy));
    const says = this.intervals.length || this.remark;
    const closed = says ? [] : [element("button", { type: "button", class: "button small quiet day-closed", "aria-pressed": String(this.closed), onclick: () => this.close() })];
    const appointment = this.intervals.length ? [] : [this.appointment(this, name)];
    const actions = element("span", { class: "day-actions" }, ...closed, add, ...appointment, ...(says ? [copy] : []));
    this.tools.replaceChildren(element("div", { class: "intervals" }, ...rows), actions);
    this.plot();
    this.week.sayClosed();
    if (focus) this.tools.querySelector(focus)?.focus();
  }

  row(interval, number, name) {
    const night = element("span", { class: "next-day", role: "status" }, untilNextDay(interval));
    const time = (part) => {
      const input = element("input", { type: "time", value: interval[part] === "24:00" ? "00:00" : interval[part], "aria-label": `${name}, ${number + 1}, ${word(part)}`, class: `at-${number}` });
      input.addEventListener("input", () => {
        interval[part] = part === "to" && input.value === "00:00" ? "24:00" : input.value;
        this.store();
        night.textContent = untilNextDay(interval);
      });
      return input;
    };
    const remove = element("button", { type: "button", class: "icon-button", title: word("remove"), "aria-label": `${word("remove")}: ${name}, ${number + 1}`, onclick: () => this.remove(number) }, "×");
    return element("span", { class: "interval" }, time("from"), "–", time("to"), night, this.appointment(interval, `${name}, ${number + 1}`), remove);
  }

  // By appointment: some hours, or the whole day where it has none.
  appointment(of, name) {
    const words = of.remark || word("appointment");
    const toggle = () => {
      of.remark = of.remark ? "" : word("appointment");
      this.closed = false;
      this.changed(".by-appointment");
    };
    return element("button", { type: "button", class: "button small quiet by-appointment", "aria-pressed": String(Boolean(of.remark)), "aria-label": `${words}: ${name}`, onclick: toggle }, words);
  }

  // A day without hours: closed, where others are open; where none is it is said, or not known.
  sayClosed(known) {
    const button = this.tools.querySelector(".day-closed");
    if (!button) return;
    button.textContent = known || this.closed ? word("closed") : word("closedAsk");
    button.setAttribute("aria-label", `${button.textContent}: ${this.label.textContent}`);
    button.disabled = Boolean(known);
  }

  close() {
    this.closed = !this.closed;
    this.changed(".day-closed");
  }

  add() {
    this.closed = false;
    const whole = { remark: this.remark };
    this.remark = "";
    this.intervals.push(this.intervals.length ? { from: "13:00", to: "17:00", ...whole } : { from: "09:00", to: "12:00", ...whole });
    this.changed(`.at-${this.intervals.length - 1}`);
  }

  remove(number) {
    this.intervals.splice(number, 1);
    this.changed(".icon-button:last-of-type");
  }

  take(other) {
    this.intervals = other.intervals.map((interval) => ({ ...interval }));
    this.remark = other.remark;
    this.closed = other.closed;
    this.changed();
  }

  menu(copy) {
    const open = this.tools.querySelector(".copy-menu");
    copy.setAttribute("aria-expanded", String(!open));
    if (open) return open.remove();
    const target = (label, days) => element("button", { type: "button", class: "button small", onclick: () => days.forEach((day) => day.intervals && day.take(this)) }, label);
    const others = this.week.days.filter((day) => day !== this);
    const each = others.map((day) => target(day.label.textContent, [day]));
    const menu = element("span", { class: "copy-menu" }, target(word("weekdays"), this.week.days.slice(0, 5)), ...each);
    copy.after(menu);
    menu.querySelector("button").focus();
  }

  changed(focus) {
    this.store();
    this.draw(focus);
  }

  store() {
    const whole = this.intervals.filter(({ from, to }) => from || to);
    const remarks = [...new Set(["", ...whole.map((one) => one.remark)])];
    const said = remarks.map((words) => {
      const hours = whole.filter((one) => one.remark === words).map(({ from, to }) => `${from}-${to}`).join(", ");
      return hours && [hours, words && `"${words}"`].filter(Boolean).join(" ");
    });
    this.field.value = this.closed ? word("closed") : [...said, this.remark && `"${this.remark}"`].filter(Boolean).join("; ");
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
    this.plot();
  }

  plot() {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", `0 0 ${DAY} 1`);
    svg.setAttribute("preserveAspectRatio", "none");
    for (const { from, to } of this.intervals.filter((one) => one.from && one.to)) {
      const start = minutes(from);
      const end = minutes(to) <= start ? DAY : minutes(to);
      const bar = document.createElementNS(SVG, "rect");
      for (const [name, value] of Object.entries({ x: start, y: 0, width: end - start, height: 1 })) bar.setAttribute(name, value);
      svg.append(bar);
    }
    this.bar.replaceChildren(svg);
  }
}
