// What is wrong with the page as it stands: a list of sentences. Evaluated by `shown`.
(() => {
  const found = [];
  const tell = (what, text) => found.push(`${what}: "${text.trim().replace(/\s+/g, " ").slice(0, 70)}"`);
  const root = document.documentElement;
  const width = root.clientWidth;
  if (root.scrollWidth > width) found.push(`the page is ${root.scrollWidth} px wide on ${width}`);

  // Colours as [red, green, blue, alpha] of 0 to 1.
  const colour = (text) => {
    const parts = text.match(/[\d.]+/g).map(Number);
    return text.startsWith("rgb")
      ? [parts[0] / 255, parts[1] / 255, parts[2] / 255, parts[3] ?? 1]
      : [parts[0], parts[1], parts[2], parts[3] ?? 1];
  };
  const over = (front, back) =>
    [0, 1, 2].map((i) => front[i] * front[3] + back[i] * (1 - front[3])).concat(1);
  // WCAG 2.2: relative luminance and contrast ratio.
  const luminance = (c) => {
    const [r, g, b] = c.slice(0, 3)
      .map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  };
  const ground = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      layers.push(colour(getComputedStyle(at).backgroundColor));
      if (layers.at(-1)[3] === 1) break;
    }
    return layers.reverse().reduce((back, front) => over(front, back), [1, 1, 1, 1]);
  };
  const checkContrast = (text, front, back, needed) => {
    const ratio = contrast(over(front, back), back);
    if (ratio < needed) tell(`contrast of ${ratio.toFixed(2)}`, text);
  };

  // HTML: every piece of text that can be seen lies within its block and within the page.
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("svg") || !element.checkVisibility()) continue;
    if (element.closest("table.many thead") && width <= 700) continue;
    const style = getComputedStyle(element);
    if (parseFloat(style.fontSize) < 10) tell(`text of ${style.fontSize}`, node.data);
    checkContrast(node.data, colour(style.color), ground(element), 4.5);
    let block = element;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const room = block.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.left < room.left - 1 || box.right > room.right + 1 || box.right > width + 1) {
        tell(`${(box.right - room.right).toFixed(1)} px beyond its ${block.tagName}`, node.data);
        break;
      }
    }
    // Words stay whole, but for those that are longer than a line may be.
    for (const word of node.data.matchAll(/[\p{L}\d]+/gu)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
      if (lines.size > 1 && word[0].length < 25 && !element.closest("pre")) tell(`"${word[0]}" is broken`, node.data);
    }
    for (let at = block; at; at = at.parentElement) {
      const hides = getComputedStyle(at).overflowX !== "visible";
      if (hides && at.scrollWidth > at.clientWidth + 1) tell(`cut by its ${at.tagName}`, node.data);
    }
  }

  // SVG: texts lie within their image, do not run into each other, and stand out.
  for (const svg of document.querySelectorAll("svg[role=img]")) {
    if (!svg.checkVisibility()) continue;
    const frame = svg.getBoundingClientRect();
    const scale = svg.getScreenCTM().a;
    const boxes = [];
    for (const text of svg.querySelectorAll("text")) {
      const words = text.firstChild?.data ?? "";
      const box = text.getBoundingClientRect();
      const style = getComputedStyle(text);
      const size = parseFloat(style.fontSize) * scale;
      if (size < 9.99) tell(`text of ${size.toFixed(1)} px in ${svg.classList}`, words);
      if (box.left < frame.left - 1 || box.right > frame.right + 1
          || box.top < frame.top - 2 || box.bottom > frame.bottom + 2) {
        tell(`beyond the image ${svg.classList}`, words);
      }
      const centre = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const fills = document.elementsFromPoint(...centre)
        .filter((at) => svg.contains(at) && ["path", "rect", "circle"].includes(at.tagName))
        .map((at) => getComputedStyle(at)).filter((at) => /^(rgb|color)/.test(at.fill))
        .map((at) => {
          const [r, g, b, alpha] = colour(at.fill);
          return [r, g, b, alpha * at.fillOpacity];
        });
      const back = fills.reverse().reduce((below, layer) => over(layer, below), ground(svg));
      // A stroke of the paper's colour around the letters keeps what is behind them away.
      const isHaloed = style.paintOrder.startsWith("stroke");
      checkContrast(words, colour(style.fill), isHaloed ? ground(svg) : back, 4.5);
      // The box has room above and below the letters.
      const slack = 0.2 * box.height;
      const upright = box.height > 2 * size;
      boxes.push({ words, left: box.left + (upright ? 2 : 0), right: box.right - (upright ? 2 : 0),
        top: box.top + (upright ? 0 : slack), bottom: box.bottom - (upright ? 0 : slack) });
    }
    boxes.forEach((a, i) => {
      for (const b of boxes.slice(i + 1)) {
        const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (x > 1 && y > 1) tell(`texts meet in ${svg.classList}, ${svg.firstChild.id}`, `${a.words} / ${b.words}`);
      }
    });
  }
  return [...new Set(found)];
})()
