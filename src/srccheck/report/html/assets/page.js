"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const wide = matchMedia("(min-width: 60.01rem)");
  const live = byId("live");
  const say = (text) => { live.textContent = text; };

  /* Colours: as the system has them, light, dark. */
  const themes = ["", "light", "dark"];
  const names = { "": "Auto", light: "Light", dark: "Dark" };
  const told = { "": "as the system has them", light: "light", dark: "dark" };
  const theme = byId("theme");
  let chosen = "";
  theme.addEventListener("click", () => {
    chosen = themes[(themes.indexOf(chosen) + 1) % themes.length];
    if (chosen) root.dataset.theme = chosen; else delete root.dataset.theme;
    theme.lastElementChild.textContent = names[chosen];
    theme.setAttribute("aria-label", `Colours: ${told[chosen]}`);
  });

  /* One manuscript at a time, and of it one part beside the text (or alone, where it is narrow). */
  const files = all(".file");
  let file = files[0];
  const open = (next) => {
    file = next;
    if (files.length > 1) for (const each of files) each.hidden = each !== next;
    for (const link of all(".overview a")) {
      if (link.hash.slice(1) === next.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  const show = (part) => {
    const owner = part.closest(".file");
    if (owner !== file) open(owner);
    if (part.classList.contains("text") && wide.matches) return;
    for (const each of all(".part", owner)) each.classList.toggle("current", each === part);
    for (const link of all(".parts a", owner)) {
      if (link.hash.slice(1) === part.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  for (const each of files) show(all(".part", each)[0]);
  if (files.length) open(files[0]);
  wide.addEventListener("change", () => {
    if (file && wide.matches && !all(".left .current", file).length) show(all(".part", file)[0]);
  });

  /* Going there and back: an address for every place, the browser's own history. */
  let depth = 0;
  const back = byId("back");
  const partner = (target) => {
    const id = target.matches(".card") ? (target.querySelector(".where a") || {}).hash
      : target.matches(".f") ? target.hash : "";
    return id ? byId(id.slice(1)) : null;
  };
  const mark = (target) => {
    for (const each of all(".at")) each.classList.remove("at");
    for (const each of [target, partner(target)]) {
      if (each) (each.matches("span:empty") ? each.nextElementSibling || each : each).classList.add("at");
    }
  };
  const into = (target) => {
    const pane = target.closest(".text");
    if (pane && wide.matches) {
      const middle = () => {
        const box = target.getBoundingClientRect(), frame = pane.getBoundingClientRect();
        pane.scrollTop += box.top - frame.top - frame.height * 0.38;
      };
      middle();
      requestAnimationFrame(() => { middle(); requestAnimationFrame(middle); });
      const top = pane.getBoundingClientRect().top;
      if (top > innerHeight * 0.6) pane.scrollIntoView({ block: "end" });
    } else {
      const block = target.matches(".part, .file") ? "start" : "center";
      target.scrollIntoView({ block });
      requestAnimationFrame(() => target.scrollIntoView({ block }));
    }
  };
  const arrive = () => {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    back.hidden = depth < 1;
    if (!target || !file) return;
    if (target.matches(".file")) { open(target); target.scrollIntoView(); return; }
    const part = target.closest(".part");
    if (!part) return;
    show(part);
    if (target === part) { if (!part.matches(".text") || !wide.matches) part.focus({ preventScroll: true }); return; }
    target.hidden = false;
    for (let each = target.closest("details"); each; each = each.parentElement.closest("details")) {
      each.open = true;
      each.hidden = false;
    }
    mark(target);
    into(target);
    const words = target.matches(".card") && wide.matches && partner(target);
    if (words) into(words);
    target.focus({ preventScroll: true });
  };
  addEventListener("hashchange", arrive);
  addEventListener("popstate", (event) => { depth = (event.state && event.state.depth) || 0; });
  const go = (id, from) => {
    if (from && location.hash !== `#${from}`) history.replaceState({ depth }, "", `#${from}`);
    depth += 1;
    history.pushState({ depth }, "", `#${id}`);
    arrive();
  };
  back.addEventListener("click", () => history.back());
  const source = (node) => {
    const holder = node.closest("li[id], p[id], .c[id], .part[id]");
    return holder ? holder.id : "";
  };
  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const link = event.target.closest("a[href^='#']");
    const citation = event.target.closest(".page .c");
    if (citation && (!link || link === citation)) {
      event.preventDefault();
      inspect(citation);
      return;
    }
    if (!link || link.matches(".skip")) return;
    event.preventDefault();
    const id = link.hash.slice(1);
    if (link.closest(".parts, .overview")) {
      history.replaceState({ depth }, "", `#${id}`);
      arrive();
      return;
    }
    if (link.closest(".inspector")) go(id, inspected && inspected.id);
    else go(id, link.id || source(link));
  });

  /* What a citation leads to, and the way there. */
  let inspected = null;
  const element = (tag, text, name) => {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (name) made.className = name;
    return made;
  };
  const placeOf = (node) => {
    const note = node.closest(".note"), paragraph = node.closest("[data-p]");
    if (note) return `n. ${note.dataset.n}`;
    return paragraph ? `¶ ${paragraph.dataset.p}` : "";
  };
  const shortened = (text) => (text.length > 220 ? `${text.slice(0, 220)} …` : text);
  const step = (id, text) => {
    const item = element("li"), link = element("a", shortened(text));
    link.href = `#${id}`;
    item.append(link);
    return item;
  };
  const targetOf = (citation) => citation.dataset.h || (citation.hash || "").slice(1);
  const inFull = (target) => {
    if (!target.matches(".file-of")) return target.textContent;
    const levels = [];
    for (let at = target; at && at.matches("li"); at = at.parentElement.closest("li")) {
      levels.unshift(at.querySelector(".level").textContent);
    }
    const archive = target.closest(".archive");
    return [archive.querySelector("summary b").textContent, ...levels].join(", ");
  };
  const chain = (citation) => {
    const steps = [], seen = new Set();
    let at = citation;
    while (at && at.dataset.b && !seen.has(at.id)) {
      seen.add(at.id);
      at = byId(at.dataset.b);
      if (at) steps.push(step(at.id, `${at.textContent} (${placeOf(at)})`));
    }
    const end = byId(targetOf(citation));
    if (end) steps.push(step(end.id, inFull(end)));
    return steps;
  };
  const close = () => {
    for (const each of all(".inspector")) each.hidden = true;
    inspected = null;
  };
  const inspect = (citation) => {
    inspected = citation;
    mark(citation);
    const box = citation.closest(".text").querySelector(".inspector");
    const button = element("button", "Close", "close");
    button.type = "button";
    button.addEventListener("click", () => { close(); citation.focus(); });
    const what = element("p", "", "what"), steps = chain(citation);
    what.append(element("span", citation.title, citation.className));
    what.append(` ${shortened(citation.textContent)}`);
    const list = element("ol");
    list.append(...steps);
    for (const id of new Set(all(".f", citation).map((each) => each.hash.slice(1)))) {
      const card = byId(id), found = step(id, card.querySelector(".message").textContent);
      found.className = `found ${card.classList[1]}`;
      list.append(found);
    }
    if (!list.children.length) list.append(element("li", "leads nowhere else"));
    box.replaceChildren(button, what, list);
    box.hidden = false;
    say(box.textContent.replace(/^Close/, ""));
  };

  /* The next citation of a state. */
  for (const button of all(".state")) {
    let at = -1;
    button.addEventListener("click", () => {
      const found = all(`.page .${button.dataset.state}`, button.closest(".file"));
      if (!found.length) return;
      at = (at + 1) % found.length;
      go(found[at].id, "");
      inspect(found[at]);
    });
  }

  /* Filters. */
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const words = new WeakMap();
  const textOf = (card) => {
    if (!words.has(card)) words.set(card, plain(card.textContent));
    return words.get(card);
  };
  const numbers = (text) => {
    const range = /^\s*(\d+)\s*[-–—]\s*(\d+)\s*$/.exec(text);
    return range ? (note) => +note >= +range[1] && +note <= +range[2] : (note) => note === text.trim();
  };
  const filter = (form) => {
    const section = form.closest(".part");
    const severities = new Set(all("[name=severity]", form).filter((box) => box.checked).map((box) => box.value));
    const { rule, where, note } = form.elements;
    const wanted = plain(form.elements.words.value.trim());
    const noted = note.value.trim() ? numbers(note.value) : null;
    let shown = 0, total = 0;
    for (const group of all(".group", section)) {
      let left = 0;
      const chosen = !rule.value || group.dataset.rule === rule.value;
      for (const card of all(".card", group)) {
        total += 1;
        const fits = chosen && severities.has(card.classList[1]) &&
          (!where.value || card.dataset.w === where.value) &&
          (!noted || (card.dataset.n !== undefined && noted(card.dataset.n))) &&
          (!wanted || textOf(card).includes(wanted) || plain(group.querySelector("summary").textContent).includes(wanted));
        card.hidden = !fits;
        left += fits;
      }
      group.hidden = !left;
      shown += left;
    }
    const text = shown === total ? "" : `${shown} of ${total} findings`;
    form.elements.shown.value = text;
    form.querySelector(".all").hidden = shown === total;
    section.querySelector(".nothing").hidden = shown > 0;
    say(text || `all ${total} findings`);
  };
  for (const form of all(".filters")) {
    form.addEventListener("input", () => filter(form));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.querySelector(".all").addEventListener("click", () => { form.reset(); filter(form); });
  }

  /* Keys. */
  const keys = byId("keys");
  byId("keys-open").addEventListener("click", () => keys.showModal());
  const move = (by) => {
    const cards = all(".card", file).filter((card) => !card.hidden && !card.closest("[hidden]"));
    if (!cards.length) return;
    const now = cards.findIndex((card) => card.classList.contains("at"));
    const next = cards[now < 0 ? 0 : Math.min(Math.max(now + by, 0), cards.length - 1)];
    history.replaceState({ depth }, "", `#${next.id}`);
    arrive();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    if (event.key === "Escape") { close(); return; }
    if (event.target.matches("input, select, textarea")) return;
    const at = document.activeElement;
    if (event.key === "j" || event.key === "k") move(event.key === "j" ? 1 : -1);
    else if (event.key === "b") { if (depth > 0) history.back(); }
    else if (event.key === "?") keys.showModal();
    else if (event.key === "/") {
      const box = file && file.querySelector(".filters [name=words]");
      if (!box) return;
      show(box.closest(".part"));
      box.focus();
    } else if (event.key === "Enter" && at && at.matches(".card")) {
      const link = at.querySelector(".where a");
      if (!link) return;
      go(link.hash.slice(1), at.id);
    } else if (/^[1-6]$/.test(event.key) && file) {
      const links = all(".parts a", file).filter((link) => link.offsetParent);
      if (links[event.key - 1]) links[event.key - 1].click();
      else return;
    } else return;
    event.preventDefault();
  });

  if (location.hash) arrive();
})();
