'use strict';
// Everything on the page is drawn from report.json, which lies in the page.

const $ = id => document.getElementById(id);
const report = JSON.parse($('report').textContent);
const summary = report.summary;
const ops = report.ops;
const calls = report.calls || [];
const arena = report.arena || {bytes: 0, lower_bound: 0, buffers: []};
const weights = report.weights || {bytes: 0, tensors: []};

// Words ---------------------------------------------------------------------

const group = n => n.toLocaleString('en-US').replace(/,/g, '\u202f');
const percent = (part, whole) => (whole ? 100 * part / whole : 100).toFixed(1) + ' %';
function short(n) {
  const units = ['', ' k', ' M', ' G', ' T'];
  let unit = 0;
  for (; n >= 1000 && unit + 1 < units.length; ++unit) n /= 1000;
  return (unit ? n.toFixed(1) : n) + units[unit];
}
const bytes = n => n < 1024 ? n + ' B' : n < 1048576 ? (n / 1024).toFixed(1) + ' KiB' : (n / 1048576).toFixed(1) + ' MiB';
const plural = (n, word) => group(n) + ' ' + word + (n === 1 ? '' : 's');
const shapeOf = t => t.shape ? t.dtype + ' ' + (t.shape.join('×') || 'scalar') : '';
// Front ends join the names of all that they fused.
function brief(name) {
  const first = name.split(';')[0];
  const shown = first.length > 44 ? '…' + first.slice(-43) : first;
  return shown + (first === name ? '' : ' …');
}
const opTitle = op => op.op + (op.name ? ' ' + brief(op.name) : '');
const place = op => op.line ? op.line + ':' + op.column : '';
const reasonText = r => '[' + r.label + '] ' + r.sentence + (r.values ? ' (is ' + r.values + ')' : '');

function element(tag, attributes, ...children) {
  const e = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes || {}))
    if (key.startsWith('on')) e.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false) e.setAttribute(key, value);
  e.append(...children.filter(c => c !== undefined && c !== null));
  return e;
}

// Placements and their colours ------------------------------------------------

const libraryNames = report.libraries.map(l => l.name);
for (const op of ops) {
  const name = op.placement && op.placement.includes('.') ? op.placement.split('.')[0] : '';
  if (name && !libraryNames.includes(name)) libraryNames.push(name);
}
// "host" stands for no kernel.
const deviceOf = op => op.placement === null ? 'host' : op.placement.includes('.') ? op.placement.split('.')[0] : op.placement;
const deviceLabel = d => d === 'host' ? 'on no kernel' : d;
const colourVariable = d => d === 'host' ? '--host' : d === 'view' || d === 'folded' ? '--view' : '--lib' + libraryNames.indexOf(d) % 5;
let style;
const readStyle = () => { style = getComputedStyle(document.documentElement); };
const colour = name => style.getPropertyValue(name).trim();
readStyle();
const swatch = d => element('span', {class: 'swatch' + (d === 'host' ? ' hatch' : ''), style: 'background-color:var(' + colourVariable(d) + ')'});

const callsById = [];
for (const call of calls) callsById[call.call] = call;
const opsOfCall = call => (call.op_ids || []).map(id => ops[id]).filter(Boolean);

// Selection -------------------------------------------------------------------

let selected = null;  // a unit of the graph
const listeners = [];
function select(unit, pan) {
  selected = unit;
  showDetail(unit);
  for (const listen of listeners) listen(pan);
}

// Summary ---------------------------------------------------------------------

function drawSummary() {
  document.title = report.model + ' – compilation report';
  $('title').textContent = report.model;
  $('subtitle').textContent = [report.source, report.compiler, report.libraries.map(l => l.name + ' ' + l.version).join(' + ') || 'no library'].join(' · ');
  const done = summary.host_ops === 0;
  const num = text => element('span', {class: 'num'}, text);
  $('verdict').className = done ? '' : 'bad';
  $('verdict').append(
      num(group(summary.offloaded_ops) + ' of ' + group(summary.ops)), ' kernel-worthy ops are on ',
      num(report.libraries.map(l => l.name).join(' + ') || 'no library'), ' (',
      num(percent(summary.offloaded_macs, summary.macs)), ' of ', short(summary.macs), ' MACs). ',
      done ? 'Nothing is left over.' : plural(summary.host_ops, 'op') + (summary.host_ops === 1 ? ' is' : ' are') + ' on no kernel; ',
      done ? '' : element('a', {href: '#reasons'}, 'see why'), done ? '' : ' and ', done ? '' : element('a', {href: '#misses'}, 'what would help'), done ? '' : '.');

  const devices = libraryNames.concat('host');
  const totals = Object.fromEntries(devices.map(d => [d, {ops: 0, macs: 0, bytes: 0}]));
  let views = 0, folded = report.simplified.length;
  for (const op of ops) {
    const total = totals[deviceOf(op)];
    if (!total) { op.placement === 'view' ? ++views : ++folded; continue; }
    ++total.ops; total.macs += op.macs; total.bytes += op.bytes;
  }
  for (const [key, title, format] of [['ops', 'Ops', group], ['macs', 'Multiply-accumulates', short], ['bytes', 'Bytes read and written', bytes]]) {
    const whole = devices.reduce((sum, d) => sum + totals[d][key], 0);
    const bar = element('div', {class: 'bar', role: 'img', 'aria-label': devices.map(d => deviceLabel(d) + ' ' + percent(totals[d][key], whole)).join(', ')});
    for (const d of devices)
      if (totals[d][key])
        bar.append(element('i', {class: d === 'host' ? 'hatch' : '', title: deviceLabel(d) + ': ' + format(totals[d][key]), style: `width:${100 * totals[d][key] / whole}%;background-color:var(${colourVariable(d)})`}));
    const shown = devices.filter(d => totals[d][key]).map(d => deviceLabel(d) + ' ' + percent(totals[d][key], whole)).join(', ');
    $('coverage').append(element('div', {}, element('div', {class: 'bar-label'}, element('b', {}, title), element('span', {}, (whole ? shown + ' of ' : '') + format(whole))), bar));
  }
  const fact = (name, value, more) => $('facts').append(element('div', {}, element('dt', {}, name), element('dd', {}, value, element('small', {}, more))));
  if (report.calls) {
    fact('Kernel calls', group(summary.kernel_calls), summary.kernel_calls ? (summary.offloaded_ops / summary.kernel_calls).toFixed(1) + ' ops each' : '');
    const pool = arena.memory ? ', of ' + bytes(arena.capacity) + ' in ' + arena.memory : '';
    fact('Arena', bytes(arena.bytes), (arena.bytes === arena.lower_bound ? 'as small as can be' : 'lower bound ' + bytes(arena.lower_bound)) + pool);
    fact('Weights', bytes(weights.bytes), plural(weights.tensors.length, 'tensor'));
    fact('Transposes', group(summary.transposes), bytes(summary.transposed_bytes) + ' moved');
    fact('Copies', group(summary.copies), bytes(summary.copied_bytes) + ' moved');
  }
  fact('Regions', group(summary.regions), bytes(summary.boundary_bytes) + ' cross boundaries');
  fact('Views', group(views), 'no work at run time');
  fact('Folded', group(folded), 'gone at compile time');
  fact('Kernels used', group(report.kernels.filter(k => k.calls).length), 'of ' + group(report.kernels.length));
  for (const d of devices.concat(views ? 'view' : []))
    if (d === 'view' || totals[d].ops)
      $('legend').append(element('li', {}, swatch(d), deviceLabel(d)));
}

// The graph -------------------------------------------------------------------

// A unit is a box: a call with its ops, a view, or an op on no kernel.
const units = [];
const unitOfOp = [];
const unitOfCall = [];

function makeUnits() {
  for (const op of ops) {
    if (op.placement === 'folded') continue;
    let unit = op.call && unitOfCall[op.call];
    if (!unit) {
      unit = {ops: [], call: callsById[op.call], device: deviceOf(op), inputs: new Set()};
      units.push(unit);
      if (op.call) unitOfCall[op.call] = unit;
    }
    unit.ops.push(op);
    unitOfOp[op.id] = unit;
  }
  for (const op of ops) {
    const unit = unitOfOp[op.id];
    if (!unit) continue;
    for (let input of op.inputs) {
      // What was folded hands its own inputs on.
      while (!unitOfOp[input] && ops[input].inputs.length) input = ops[input].inputs[0];
      const from = unitOfOp[input];
      if (from && from !== unit) unit.inputs.add(from);
    }
  }
  for (const unit of units) {
    unit.title = unit.call ? unit.call.call + '  ' + unit.call.kernel.split('.').slice(1).join('.') : unit.device === 'host' ? 'on no kernel' : unit.ops[0].placement;
    unit.width = 196;
    unit.height = 26 + 16 * unit.ops.length;
  }
}

const edges = [];
const world = {width: 1, height: 1};

// What is read comes first.
function inOrder() {
  const order = [], state = new Map();
  for (const start of units) {
    const stack = [start];
    while (stack.length) {
      const unit = stack[stack.length - 1];
      if (!state.has(unit)) {
        state.set(unit, 'open');
        for (const from of unit.inputs) if (!state.has(from)) stack.push(from);
        continue;
      }
      stack.pop();
      if (state.get(unit) === 'open') order.push(unit);
      state.set(unit, 'done');
    }
  }
  return order;
}

// Layers from top to bottom, in columns so that the whole is about as wide as
// the panel.
function layOut(aspect) {
  const layers = [];
  const rank = new Map();
  for (const unit of inOrder()) {
    let layer = 0;
    for (const from of unit.inputs) layer = Math.max(layer, (rank.get(from) ?? -1) + 1);
    rank.set(unit, layer);
  }
  // What reads nothing stands right above what reads it.
  const reader = new Map();
  for (const unit of units)
    for (const from of unit.inputs) reader.set(from, Math.min(reader.get(from) ?? Infinity, rank.get(unit)));
  for (const unit of inOrder()) {
    if (!unit.inputs.size && reader.has(unit)) rank.set(unit, reader.get(unit) - 1);
    (layers[rank.get(unit)] ||= []).push(unit);
  }
  // Neighbours of a layer stand below what they read.
  for (const layer of layers) {
    for (const unit of layer) {
      let sum = 0;
      for (const from of unit.inputs) sum += from.x || 0;
      unit.wish = unit.inputs.size ? sum / unit.inputs.size : 0;
    }
    if (layer.length > 1) layer.sort((a, b) => a.wish - b.wish);
    const step = 220, wishing = layer.filter(u => u.inputs.size);
    const middle = wishing.reduce((sum, u) => sum + u.wish, 0) / Math.max(wishing.length, 1);
    layer.forEach((unit, i) => { unit.x = middle + (i - (layer.length - 1) / 2) * step; });
    layer.height = Math.max(...layer.map(u => u.height));
  }
  const gap = 30;
  const total = layers.reduce((sum, l) => sum + l.height + gap, 0);
  const widest = layers.reduce((most, l) => Math.max(most, l.length), 1);
  const columnsWanted = Math.max(1, Math.round(Math.sqrt(aspect * total / (widest * 220 + 60))));
  const perColumn = total / columnsWanted;
  let left = 0, y = 0, column = [], height = 0;
  const finish = () => {
    const low = Math.min(...column.map(u => u.x - u.width / 2)), high = Math.max(...column.map(u => u.x + u.width / 2));
    for (const unit of column) unit.x += left - low;
    left += high - low + 64;
    column = [];
  };
  layers.forEach((layer, index) => {
    if (y > 0 && y + layer.height / 2 > perColumn) { finish(); y = 0; }
    for (const unit of layer) { unit.y = y; unit.layer = index; column.push(unit); }
    y += layer.height + gap;
    height = Math.max(height, y);
  });
  if (column.length) finish();
  world.width = Math.max(left - 64, 1);
  world.height = Math.max(height - gap, 1);
  edges.length = 0;
  for (const unit of units)
    for (const from of unit.inputs) edges.push({from, to: unit});
}

const camera = {x: 0, y: 0, scale: 1};
const graphCanvas = $('graph-canvas');

function sizeCanvas(canvas) {
  const ratio = window.devicePixelRatio || 1;
  const width = canvas.clientWidth, height = canvas.clientHeight;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  const context = canvas.getContext('2d');
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return {context, width, height};
}

let hatches = {};
function hatch(context, ink) {
  if (hatches[ink]) return hatches[ink];
  const tile = element('canvas', {width: 8, height: 8});
  const c = tile.getContext('2d');
  c.strokeStyle = ink;
  c.lineWidth = 2;
  c.beginPath();
  for (const x of [-8, 0, 8]) { c.moveTo(x, 8); c.lineTo(x + 8, 0); }
  c.stroke();
  return hatches[ink] = context.createPattern(tile, 'repeat');
}

let drawPending = false;
function drawGraphSoon() {
  if (drawPending) return;
  drawPending = true;
  requestAnimationFrame(() => { drawPending = false; drawGraph(); });
}

function clip(context, text, width) {
  if (context.measureText(text).width <= width) return text;
  let low = 0, high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (context.measureText(text.slice(0, middle) + '…').width <= width) low = middle; else high = middle - 1;
  }
  return text.slice(0, low) + '…';
}

function drawGraph() {
  const {context: c, width, height} = sizeCanvas(graphCanvas);
  const s = camera.scale;
  const toX = x => (x - camera.x) * s, toY = y => (y - camera.y) * s;
  const near = selected ? new Set([...selected.inputs, ...units.filter(u => u.inputs.has(selected))]) : null;
  // Lines that would be thinner than the gaps between them say nothing.
  if (s > 0.04) {
    for (const pass of [0, 1]) {
      c.beginPath();
      for (const {from, to} of edges) {
        const strong = selected && (from === selected || to === selected);
        if (Boolean(pass) !== Boolean(strong)) continue;
        const x0 = toX(from.x), y0 = toY(from.y + from.height), x1 = toX(to.x), y1 = toY(to.y);
        if (Math.max(x0, x1) < 0 || Math.min(x0, x1) > width || Math.max(y0, y1) < 0 || Math.min(y0, y1) > height) continue;
        c.moveTo(x0, y0);
        if (y1 > y0 && to.layer === from.layer + 1) {
          const bend = (y1 - y0) / 2;
          c.bezierCurveTo(x0, y0 + bend, x1, y1 - bend, x1, y1);
        } else if (y1 > y0) {
          // Past the boxes between them.
          const side = Math.max(x0, x1) + 110 * s;
          c.bezierCurveTo(x0, y0 + 24 * s, side, y0 + 10 * s, side, y0 + 34 * s);
          c.lineTo(side, y1 - 34 * s);
          c.bezierCurveTo(side, y1 - 10 * s, x1, y1 - 24 * s, x1, y1);
        } else {
          // On to the next column.
          const middle = (x0 + x1) / 2;
          c.bezierCurveTo(x0, y0 + 40 * s, middle, y0 + 40 * s, middle, (y0 + y1) / 2);
          c.bezierCurveTo(middle, y1 - 40 * s, x1, y1 - 40 * s, x1, y1);
        }
      }
      c.strokeStyle = pass ? colour('--accent') : colour('--edge');
      c.globalAlpha = pass ? 1 : 0.7;
      c.lineWidth = pass ? 2 : Math.max(0.5, Math.min(1.3, 1.3 * s));
      c.stroke();
    }
  }
  c.globalAlpha = 1;
  const panel = colour('--panel'), text = colour('--text'), dim = colour('--dim'), ink = colour('--ink'), accent = colour('--accent');
  const colours = {};
  for (const unit of units) {
    const w = unit.width * s, h = unit.height * s, x = toX(unit.x) - w / 2, y = toY(unit.y);
    if (x > width || y > height || x + w < 0 || y + h < 0) continue;
    const fill = colours[unit.device] ||= colour(colourVariable(unit.device));
    if (s < 0.3) {
      c.fillStyle = fill;
      c.fillRect(x, y, Math.max(w, 1), Math.max(h, 1));
      if (unit.device === 'host' && s > 0.1) { c.fillStyle = hatch(c, panel); c.fillRect(x, y, w, h); }
      if (unit === selected) { c.strokeStyle = text; c.lineWidth = 2; c.strokeRect(x - 2, y - 2, w + 4, h + 4); }
      continue;
    }
    const title = 21 * s;
    c.beginPath();
    c.roundRect(x, y, w, h, 5 * s);
    c.fillStyle = panel;
    c.fill();
    c.save();
    c.clip();
    c.fillStyle = fill;
    c.fillRect(x, y, w, title);
    if (unit.device === 'host') { c.globalAlpha = 0.25; c.fillStyle = hatch(c, panel); c.fillRect(x, y, w, title); c.globalAlpha = 1; }
    c.restore();
    c.strokeStyle = unit === selected ? accent : near && near.has(unit) ? accent : fill;
    c.lineWidth = unit === selected ? 3 : 1.2;
    c.stroke();
    if (s * 12 < 5) continue;
    c.textBaseline = 'middle';
    c.font = '600 ' + 12 * s + 'px ' + fonts;
    c.fillStyle = ink;
    c.fillText(clip(c, unit.title, w - 14 * s), x + 7 * s, y + title / 2 + 0.5);
    c.font = 11.5 * s + 'px ' + fonts;
    unit.ops.forEach((op, i) => {
      const line = y + title + (10.5 + 16 * i) * s;
      c.fillStyle = text;
      const name = clip(c, op.op, w - 14 * s);
      c.fillText(name, x + 7 * s, line);
      const used = c.measureText(name + ' ').width;
      c.fillStyle = dim;
      if (op.name && w - used > 30 * s) c.fillText(clip(c, op.name.split(';')[0].split('/').slice(-2).join('/'), w - 14 * s - used), x + 7 * s + used, line);
    });
  }
}
const fonts = 'system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';

function fitGraph() {
  const w = graphCanvas.clientWidth, h = graphCanvas.clientHeight, margin = 24;
  camera.scale = Math.min((w - 2 * margin) / world.width, (h - 2 * margin) / world.height, 1.2);
  camera.x = world.width / 2 - w / 2 / camera.scale;
  camera.y = world.height / 2 - h / 2 / camera.scale;
  drawGraphSoon();
}

function zoom(factor, px, py) {
  px ??= graphCanvas.clientWidth / 2;
  py ??= graphCanvas.clientHeight / 2;
  const before = camera.scale;
  camera.scale = Math.min(4, Math.max(0.005, before * factor));
  camera.x += px / before - px / camera.scale;
  camera.y += py / before - py / camera.scale;
  drawGraphSoon();
}

function centre(unit) {
  if (camera.scale < 0.6) camera.scale = 0.9;
  camera.x = unit.x - graphCanvas.clientWidth / 2 / camera.scale;
  camera.y = unit.y + unit.height / 2 - graphCanvas.clientHeight / 2 / camera.scale;
}

const unitAt = (px, py) => {
  const x = px / camera.scale + camera.x, y = py / camera.scale + camera.y;
  return units.find(u => Math.abs(u.x - x) <= u.width / 2 && y >= u.y && y <= u.y + u.height);
};

function showTip(event, lines) {
  const tip = $('tip');
  tip.hidden = !lines;
  if (!lines) return;
  tip.replaceChildren(...lines.map(line => element('div', {}, line)));
  tip.style.left = Math.min(event.clientX + 14, window.innerWidth - tip.offsetWidth - 8) + 'px';
  tip.style.top = Math.min(event.clientY + 14, window.innerHeight - tip.offsetHeight - 8) + 'px';
}

function startGraph() {
  makeUnits();
  layOut(Math.max(0.5, graphCanvas.clientWidth / Math.max(graphCanvas.clientHeight, 1)));
  fitGraph();
  let drag = null;
  graphCanvas.addEventListener('wheel', event => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * 0.0015), event.offsetX, event.offsetY);
  }, {passive: false});
  graphCanvas.addEventListener('pointerdown', event => {
    drag = {x: event.clientX, y: event.clientY, moved: false};
    graphCanvas.setPointerCapture(event.pointerId);
  });
  graphCanvas.addEventListener('pointermove', event => {
    if (drag) {
      const dx = event.clientX - drag.x, dy = event.clientY - drag.y;
      if (drag.moved || Math.hypot(dx, dy) > 3) {
        camera.x -= dx / camera.scale;
        camera.y -= dy / camera.scale;
        drag = {x: event.clientX, y: event.clientY, moved: true};
        drawGraphSoon();
      }
      return showTip(event, null);
    }
    const unit = unitAt(event.offsetX, event.offsetY);
    showTip(event, unit && [unit.title, ...unit.ops.slice(0, 8).map(op => opTitle(op) + '  ' + shapeOf(op))]);
  });
  graphCanvas.addEventListener('pointerleave', event => showTip(event, null));
  graphCanvas.addEventListener('pointerup', event => {
    if (drag && !drag.moved) select(unitAt(event.offsetX, event.offsetY) || null);
    drag = null;
  });
  graphCanvas.addEventListener('keydown', event => {
    const step = 60 / camera.scale;
    const moves = {ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step]};
    if (moves[event.key]) { camera.x += moves[event.key][0]; camera.y += moves[event.key][1]; drawGraphSoon(); }
    else if (event.key === '+' || event.key === '=') zoom(1.25);
    else if (event.key === '-') zoom(0.8);
    else if (event.key === '0') fitGraph();
    else return;
    event.preventDefault();
  });
  $('zoom-in').onclick = () => zoom(1.4);
  $('zoom-out').onclick = () => zoom(1 / 1.4);
  $('zoom-fit').onclick = fitGraph;
  listeners.push(pan => {
    if (pan && selected) centre(selected);
    drawGraphSoon();
  });
}

// Details of the selected box -------------------------------------------------

function tensorPlace(t) {
  if (t.weight) return element('span', {}, 'weights ', element('code', {}, t.weight));
  if (t.input) return element('span', {}, 'input ', element('code', {}, t.input));
  if (t.output) return element('span', {}, 'output ', element('code', {}, t.output));
  return element('span', {}, 'arena + ' + group(t.offset) + (t.name ? ' ' : ''), t.name ? element('code', {}, t.name) : '');
}

function verdictList(verdicts) {
  return verdicts.map(v => element('div', {},
      element('p', {}, element('b', {}, v.kernel), element('span', {class: 'dim'}, ' as ' + v.pattern.replace(/relay\./g, ''))),
      element('ul', {}, ...(v.reasons || []).map(r => element('li', {}, reasonText(r))), v.why ? element('li', {}, 'fits, but ' + v.why) : null)));
}

function showDetail(unit) {
  const detail = $('detail');
  detail.scrollTop = 0;
  if (!unit) {
    detail.replaceChildren(element('p', {class: 'dim'}, 'Click a box, or a row of a table below, to see what it stands for: the ops, the call in C, where its tensors are, and why this kernel.'));
    return;
  }
  const parts = [element('h3', {}, swatch(unit.device), unit.call ? unit.call.kernel : unit.device === 'host' ? 'On no kernel' : 'View')];
  const call = unit.call;
  if (call) {
    parts.push(element('p', {class: 'dim'}, 'call ' + call.call + (call.line ? ', line ' + call.line + ' of ' + report.model + '.c' : '')));
    parts.push(element('p', {}, element('code', {}, call.function + '(…)'), element('span', {class: 'dim'}, ' ID 0x' + (call.id || 0).toString(16))));
  } else if (unit.device === 'view') {
    parts.push(element('p', {class: 'dim'}, 'its result is its operand under another shape'));
  }
  parts.push(element('h4', {}, unit.ops.length === 1 ? 'Op' : 'Ops'));
  parts.push(element('ul', {}, ...unit.ops.map(op => element('li', {}, element('b', {}, op.op), ' ' + (op.name || ''), element('span', {class: 'dim'}, (op.line ? ' at ' + place(op) : '') + (op.from ? ', made of ' + op.from : '') + (op.inserted ? ', put in by the compiler' : '') + (op.macs ? ', ' + short(op.macs) + ' MACs' : '')), element('div', {class: 'dim'}, shapeOf(op))))));
  if (call) {
    const rows = (title, list) => list.length && parts.push(element('h4', {}, title), element('table', {}, ...list.map(t => element('tr', {}, element('td', {}, tensorPlace(t)), element('td', {class: 'dim'}, (t.shape ? shapeOf(t) + ', ' : '') + bytes(t.bytes))))));
    rows('Reads', call.inputs);
    rows('Writes', call.outputs);
    rows('Works in', (call.scratch || []).map(s => ({...s, name: ''})));
  }
  const candidates = unit.ops.flatMap(op => op.candidates || []);
  if (unit.device === 'host') {
    parts.push(element('h4', {}, 'Why'));
    if (candidates.length) parts.push(...verdictList(candidates)); else parts.push(element('p', {}, 'no kernel covers ops of this kind'));
  } else if (candidates.length) {
    parts.push(element('h4', {}, 'What preferred libraries say'), ...verdictList(candidates));
  }
  if (call && call.losers) parts.push(element('h4', {}, 'Other kernels'), ...verdictList(call.losers));
  detail.replaceChildren(...parts);
}

// Memory over time ------------------------------------------------------------

const arenaCanvas = $('arena-canvas');
const axes = {left: 74, right: 12, top: 10, bottom: 26};
let arenaHover = null;
// The calls that are in view.
const view = {from: 1, to: calls.length + 1};

function setView(from, to) {
  const span = Math.min(Math.max(to - from, Math.min(8, calls.length)), calls.length);
  view.from = Math.min(Math.max(from, 1), calls.length + 1 - span);
  view.to = view.from + span;
  drawArena();
}

// Around the selected call if that is in view.
function zoomView(factor) {
  const call = selected && selected.call ? selected.call.call + 0.5 : 0;
  const centre = call > view.from && call < view.to ? call : (view.from + view.to) / 2;
  const half = (view.to - view.from) / 2 / factor;
  setView(centre - half, centre + half);
}

function arenaScale(width, height) {
  const size = Math.max(arena.bytes, 1);
  return {
    x: call => axes.left + (call - view.from) / (view.to - view.from) * (width - axes.left - axes.right),
    y: offset => height - axes.bottom - offset / size * (height - axes.top - axes.bottom),
  };
}

// The bytes alive during each call.
const alive = new Float64Array(calls.length + 2);
for (const b of arena.buffers) {
  alive[b.first_call] += b.bytes;
  alive[b.last_call + 1] -= b.bytes;
}
for (let i = 1; i < alive.length; ++i) alive[i] += alive[i - 1];

function drawArena() {
  const {context: c, width, height} = sizeCanvas(arenaCanvas);
  const {x, y} = arenaScale(width, height);
  const text = colour('--text'), dim = colour('--dim'), line = colour('--line'), panel = colour('--panel'), fill = colour('--lib0'), scratch = colour('--lib3'), accent = colour('--accent');
  c.font = '12px ' + fonts;
  c.textBaseline = 'middle';
  c.lineWidth = 1;
  for (let i = 0; i <= 4; ++i) {
    const offset = arena.bytes * i / 4;
    c.fillStyle = dim;
    c.textAlign = 'right';
    c.fillText(bytes(Math.round(offset)), axes.left - 8, y(offset));
    c.fillStyle = line;
    c.fillRect(axes.left, Math.round(y(offset)), width - axes.left - axes.right, 1);
  }
  c.textBaseline = 'alphabetic';
  const first = Math.ceil(view.from), last = Math.min(Math.floor(view.to), calls.length);
  const step = Math.max(1, Math.ceil((last - first + 1) / 10));
  c.textAlign = 'left';
  for (let call = first; call <= last; call += step) {
    c.fillStyle = dim;
    c.fillText((call === first ? 'call ' : '') + group(call), x(call), height - 8);
  }
  c.save();
  c.beginPath();
  c.rect(axes.left, 0, width - axes.left - axes.right, height);
  c.clip();
  for (const b of arena.buffers) {
    if (b.last_call + 1 < view.from || b.first_call > view.to) continue;
    const x0 = x(b.first_call), x1 = x(b.last_call + 1), y0 = y(b.offset + b.bytes), y1 = y(b.offset);
    const w = Math.max(x1 - x0, 0.75), h = Math.max(y1 - y0, 0.75);
    c.globalAlpha = b === arenaHover ? 1 : 0.9;
    c.fillStyle = b.kind === 'scratch' ? scratch : fill;
    c.fillRect(x0, y0, w, h);
    if (b.kind === 'scratch' && w > 4) { c.fillStyle = hatch(c, panel); c.globalAlpha = 0.35; c.fillRect(x0, y0, w, h); }
    c.globalAlpha = 1;
    if (w > 4 && h > 3) { c.strokeStyle = panel; c.strokeRect(x0 + 0.5, y0 + 0.5, w - 1, h - 1); }
    if (b === arenaHover) { c.strokeStyle = text; c.lineWidth = 2; c.strokeRect(x0, y0, w, h); c.lineWidth = 1; }
    if (w > 40 && h > 15) {
      c.fillStyle = colour('--ink');
      const left = Math.max(x0, axes.left);
      c.fillText(clip(c, b.kind === 'scratch' ? 'scratch' : b.tensors.join(', '), x1 - left - 10), left + 5, y0 + Math.min(h / 2 + 4, 15));
    }
  }
  if (arena.bytes) {
    c.beginPath();
    for (let call = Math.floor(view.from); call <= last; ++call) {
      c.lineTo(x(call), y(alive[call]));
      c.lineTo(x(call + 1), y(alive[call]));
    }
    c.strokeStyle = text;
    c.lineWidth = 1.5;
    c.stroke();
    c.setLineDash([6, 4]);
    c.beginPath();
    c.moveTo(axes.left, y(arena.lower_bound));
    c.lineTo(width - axes.right, y(arena.lower_bound));
    c.strokeStyle = colour('--host');
    c.stroke();
    c.setLineDash([]);
    c.lineWidth = 1;
  }
  if (selected && selected.call) {
    const x0 = x(selected.call.call), x1 = x(selected.call.call + 1);
    c.strokeStyle = accent;
    c.lineWidth = 2;
    c.strokeRect(x0, axes.top - 4, Math.max(x1 - x0, 2), height - axes.top - axes.bottom + 8);
    c.lineWidth = 1;
  }
  c.restore();
}

function startArena() {
  if (!report.arena || !arena.bytes) {
    $('arena').querySelector('.tools').remove();
    $('arena').querySelector('.panel').replaceChildren(element('p', {class: 'empty'}, report.arena ? 'The model needs no arena.' : 'There is no memory plan, since some ops are on no kernel.'));
    return;
  }
  $('arena-hint').textContent = 'Each rectangle is a buffer: what it holds, one tensor after the other, from the first call that writes it to the last that reads it. Hover for names; click to see the call; zoom in and drag to move along.';
  $('arena-legend').append(
      element('li', {}, element('span', {class: 'swatch', style: 'background:var(--lib0)'}), 'tensors'),
      element('li', {}, element('span', {class: 'swatch hatch', style: 'background-color:var(--lib3)'}), 'scratch'),
      element('li', {}, '— bytes alive'), element('li', {}, '╌ lower bound ' + bytes(arena.lower_bound)));
  const find = event => {
    const {x, y} = arenaScale(arenaCanvas.clientWidth, arenaCanvas.clientHeight);
    return arena.buffers.find(b => event.offsetX >= x(b.first_call) && event.offsetX <= x(b.last_call + 1) && event.offsetY <= y(b.offset) && event.offsetY >= y(b.offset + b.bytes));
  };
  let drag = null;
  const callsPerPixel = () => (view.to - view.from) / (arenaCanvas.clientWidth - axes.left - axes.right);
  arenaCanvas.addEventListener('mousedown', event => { drag = {x: event.clientX, moved: false}; });
  window.addEventListener('mouseup', () => setTimeout(() => { drag = null; }));
  arenaCanvas.addEventListener('keydown', event => {
    const step = (view.to - view.from) / 8;
    if (event.key === 'ArrowLeft') setView(view.from - step, view.to - step);
    else if (event.key === 'ArrowRight') setView(view.from + step, view.to + step);
    else if (event.key === '+' || event.key === '=') zoomView(1.5);
    else if (event.key === '-') zoomView(1 / 1.5);
    else return;
    event.preventDefault();
  });
  $('arena-in').onclick = () => zoomView(2);
  $('arena-out').onclick = () => zoomView(0.5);
  $('arena-fit').onclick = () => setView(1, calls.length + 1);
  arenaCanvas.addEventListener('mousemove', event => {
    if (drag && (drag.moved || Math.abs(event.clientX - drag.x) > 3)) {
      const by = (drag.x - event.clientX) * callsPerPixel();
      drag = {x: event.clientX, moved: true};
      return setView(view.from + by, view.to + by);
    }
    const buffer = find(event);
    if (buffer !== arenaHover) { arenaHover = buffer; drawArena(); }
    showTip(event, buffer && [
      buffer.kind === 'scratch' ? 'scratch' : buffer.tensors.slice(0, 12).join(', ') + (buffer.tensors.length > 12 ? ' and ' + (buffer.tensors.length - 12) + ' more' : ''),
      group(buffer.bytes) + ' bytes at ' + group(buffer.offset),
      'calls ' + group(buffer.first_call) + ' to ' + group(buffer.last_call)]);
  });
  arenaCanvas.addEventListener('mouseleave', event => { arenaHover = null; drawArena(); showTip(event, null); });
  arenaCanvas.addEventListener('click', event => {
    if (drag && drag.moved) return;
    const buffer = find(event);
    if (buffer && unitOfCall[buffer.first_call]) select(unitOfCall[buffer.first_call], true);
  });
  listeners.push(drawArena);
  drawArena();
}

// Tables ----------------------------------------------------------------------

// Rows beyond this many are made only where one looks.
const windowed = 300;
const rowHeight = 29;

class Table {
  // columns: {title, value(row), show(row)?, number?, wrap?}
  constructor(section, title, columns, rows, options = {}) {
    this.columns = columns;
    this.rows = rows;
    this.options = options;
    this.sortBy = null;
    this.text = '';
    const filter = element('input', {type: 'search', placeholder: 'Filter', 'aria-label': 'Filter ' + title, oninput: event => { this.text = event.target.value.toLowerCase(); this.update(); }});
    this.count = element('span', {class: 'dim'});
    this.choice = null;
    const tools = element('span', {class: 'tools'}, this.count, filter);
    if (options.choices && options.choices.length > 1) {
      const box = element('select', {'aria-label': 'Show', onchange: event => { this.choice = event.target.value || null; this.update(); }}, element('option', {value: ''}, 'all placements'), ...options.choices.map(d => element('option', {value: d}, deviceLabel(d))));
      tools.prepend(box);
    }
    section.append(element('div', {class: 'head'}, element('h2', {}, title), options.note ? element('span', {class: 'dim'}, options.note) : null, rows.length ? tools : null));
    if (!rows.length) {
      section.append(element('div', {class: 'panel empty'}, options.empty));
      return;
    }
    this.head = element('tr', {}, ...columns.map((column, i) => element('th', {scope: 'col', class: column.number ? 'number' : ''}, element('button', {type: 'button', onclick: () => this.sort(i)}, column.title))));
    this.body = element('tbody', {});
    this.table = element('table', {'aria-rowcount': rows.length + 1}, element('thead', {}, this.head), this.body);
    this.scroll = element('div', {class: 'scroll panel', onscroll: () => { this.hasScrolled = true; this.draw(); }}, this.table);
    section.append(this.scroll);
    this.update();
    if (options.unitOf) listeners.push(() => { this.drawn = null; this.draw(); });
  }

  sort(index) {
    const column = this.columns[index];
    if (this.sortBy === index) this.down = !this.down;
    else { this.sortBy = index; this.down = Boolean(column.number); }
    [...this.head.children].forEach((th, i) => i === index ? th.setAttribute('aria-sort', this.down ? 'descending' : 'ascending') : th.removeAttribute('aria-sort'));
    this.update();
  }

  update() {
    let rows = this.rows;
    if (this.choice) rows = rows.filter(row => this.options.deviceOf(row) === this.choice);
    if (this.text) rows = rows.filter(row => this.searchText(row).includes(this.text));
    if (this.sortBy !== null) {
      const {value, number} = this.columns[this.sortBy];
      const sign = this.down ? -1 : 1;
      rows = rows.slice().sort((a, b) => sign * (number ? (value(a) ?? -1) - (value(b) ?? -1) : String(value(a)).localeCompare(String(value(b)), 'en', {numeric: true})));
    }
    this.shown = rows;
    this.count.textContent = rows.length === this.rows.length ? group(rows.length) : group(rows.length) + ' of ' + group(this.rows.length);
    // Asking for scroll positions makes the browser lay the page out.
    if (this.drawn) this.scroll.scrollTop = 0;
    this.drawn = null;
    this.draw();
  }

  searchText(row) {
    return row.$text ??= this.columns.map(column => column.value(row)).join(' ').toLowerCase();
  }

  makeRow(row) {
    const unit = this.options.unitOf && this.options.unitOf(row);
    const tr = element('tr', {});
    if (unit) {
      tr.className = 'pick' + (unit === selected ? ' selected' : '');
      tr.tabIndex = 0;
      tr.addEventListener('click', () => select(unit, true));
      tr.addEventListener('keydown', event => { if (event.key === 'Enter') select(unit, true); });
    }
    for (const column of this.columns) {
      const shown = (column.show || column.value)(row);
      const td = element('td', {class: column.number ? 'number' : column.breaks ? 'breaks' : ''}, shown === undefined || shown === null ? '' : typeof shown === 'number' ? group(shown) : shown);
      if (this.shown.length > windowed && typeof shown === 'string') td.title = shown;
      tr.append(td);
    }
    return tr;
  }

  draw() {
    const isWindowed = this.shown.length > windowed;
    const first = isWindowed && this.hasScrolled ? Math.max(0, Math.floor(this.scroll.scrollTop / rowHeight) - 10) : 0;
    const last = isWindowed ? Math.min(this.shown.length, first + 50) : this.shown.length;
    const key = first + ':' + last;
    if (this.drawn === key) return;
    this.drawn = key;
    this.table.className = isWindowed ? 'windowed' : '';
    const spacer = rows => rows > 0 ? [element('tr', {'aria-hidden': 'true'}, element('td', {colspan: this.columns.length, style: `height:${rows * rowHeight}px;padding:0;border:0`}))] : [];
    this.body.replaceChildren(...spacer(first), ...this.shown.slice(first, last).map(row => this.makeRow(row)), ...spacer(this.shown.length - last));
  }
}

const named = op => op.name ? element('span', {title: op.name}, brief(op.name)) : place(op);
// Ops that were one op of the framework have one name.
const sources = call => [...new Set(call.source.map(s => s.name ? brief(s.name) : s.line + ':' + s.column))].join(' + ');

function makeTables() {
  const rowOps = ops.map(op => ({op}));
  const devices = [...new Set(ops.map(deviceOf))];
  const why = op => op.placement !== null ? '' : !op.candidates.length ? 'no kernel covers ops of this kind' : op.candidates.map(v => v.kernel + ': ' + v.reasons.map(reasonText).join('; ')).join(' | ');

  new Table($('misses'), 'Nearest misses', [
    {title: 'MACs gained', number: true, value: m => m.macs, show: m => short(m.macs)},
    {title: 'Ops', number: true, value: m => m.ops.length},
    {title: 'Bytes', number: true, value: m => m.bytes, show: m => bytes(m.bytes)},
    {title: 'Kernel', value: m => m.kernel, show: m => element('span', {}, m.kernel)},
    {title: 'What it would take', value: m => m.text},
    {title: 'First op', value: m => opTitle(ops[m.ops[0]]) + (ops[m.ops[0]].line ? ' at ' + place(ops[m.ops[0]]) : '')},
  ], report.nearest_misses, {note: 'What would bring most ops to a kernel, by the work gained', unitOf: m => unitOfOp[m.ops[0]], empty: 'There is nothing to gain: every op is on a kernel of the preferred library, or no kernel is near.'});

  new Table($('ops'), 'Ops of the model', [
    {title: '#', number: true, value: r => r.op.id},
    {title: 'Op', value: r => r.op.op},
    {title: 'Name', value: r => r.op.name, show: r => r.op.name && named(r.op)},
    {title: 'At', value: r => place(r.op)},
    {title: 'Result', value: r => shapeOf(r.op)},
    {title: 'MACs', number: true, value: r => r.op.macs, show: r => r.op.macs ? short(r.op.macs) : ''},
    {title: 'Bytes', number: true, value: r => r.op.bytes, show: r => bytes(r.op.bytes)},
    {title: 'Placement', value: r => r.op.placement ?? 'on no kernel', show: r => element('span', {}, swatch(deviceOf(r.op)), r.op.placement ?? 'on no kernel')},
    {title: 'Call', number: true, value: r => r.op.call},
    {title: 'C line', number: true, value: r => r.op.call && callsById[r.op.call].line},
  ], rowOps, {choices: devices, deviceOf: r => deviceOf(r.op), unitOf: r => unitOfOp[r.op.id], empty: 'The model has no ops.'});

  // That a kernel wants other ops around this one says least.
  const reasons = [], patterns = [];
  for (const op of ops)
    for (const verdict of op.candidates || [])
      for (const reason of verdict.reasons) (reason.label === 'pattern' ? patterns : reasons).push({op, verdict, reason});
  for (const op of ops)
    if (op.placement === null && !op.candidates.length) reasons.push({op, verdict: {kernel: '—', pattern: ''}, reason: {label: 'kind', sentence: 'no kernel covers ops of this kind', values: ''}});
  reasons.push(...patterns);
  new Table($('reasons'), 'Why ops are not where they could be', [
    {title: 'Op', value: r => r.op.op},
    {title: 'Name', value: r => r.op.name, show: r => named(r.op)},
    {title: 'MACs', number: true, value: r => r.op.macs, show: r => r.op.macs ? short(r.op.macs) : ''},
    {title: 'Kernel', value: r => r.verdict.kernel},
    {title: 'Constraint', value: r => r.reason.label, show: r => element('span', {class: 'label'}, r.reason.label)},
    {title: 'What it asks', value: r => r.reason.sentence},
    {title: 'Found', value: r => r.reason.values},
    {title: 'Tried as', value: r => r.verdict.pattern.replace(/relay\./g, '')},
  ], reasons, {note: 'Every constraint that fails, of every kernel that was tried', unitOf: r => unitOfOp[r.op.id], empty: 'Every op is on a kernel of the preferred library.'});

  const sum = list => list.reduce((total, t) => total + t.bytes, 0);
  new Table($('calls'), 'Calls in the order in which they run', [
    {title: 'Call', number: true, value: c => c.call},
    {title: 'Kernel', value: c => c.kernel, show: c => c.kernel === 'copy' ? 'copy' : element('span', {}, swatch(c.kernel.split('.')[0]), c.kernel)},
    {title: 'Function', breaks: true, value: c => c.function},
    {title: 'C line', number: true, value: c => c.line},
    {title: 'Ops', value: c => c.ops.join(' + ')},
    {title: 'From', breaks: true, value: sources},
    {title: 'MACs', number: true, value: c => c.macs, show: c => c.macs ? short(c.macs) : ''},
    {title: 'Reads', number: true, value: c => sum(c.inputs), show: c => bytes(sum(c.inputs))},
    {title: 'Writes', number: true, value: c => sum(c.outputs), show: c => bytes(sum(c.outputs))},
    {title: 'Others', number: true, value: c => (c.losers || []).filter(l => l.fits).length},
  ], calls, {choices: [], unitOf: c => unitOfCall[c.call], empty: 'There are no calls, since some ops are on no kernel.'});

  const moves = [
    ...(report.transposes || []).map(m => ({...m, kind: 'transpose'})),
    ...(report.copies || []).map(m => ({...m, kind: 'copy'})),
    ...report.regions.slice(1).map(r => ({call: ops[r.first_op].call, kind: r.device === 'host' ? 'into ops on no kernel' : 'into region on ' + r.device, bytes: r.in_bytes, op: ops[r.first_op]})),
  ];
  new Table($('moves'), 'Moved data', [
    {title: 'Call', number: true, value: m => m.call},
    {title: 'What', value: m => m.kind},
    {title: 'Bytes', number: true, value: m => m.bytes, show: m => bytes(m.bytes)},
    {title: 'Where', value: m => m.op ? opTitle(m.op) : sources(callsById[m.call]) || callsById[m.call].outputs.map(t => t.output || t.name).join(', ')},
  ], moves, {note: 'Layout transposes, copies, and tensors that cross from one library to another', unitOf: m => unitOfCall[m.call], empty: 'Nothing is moved: no transposes, no copies, one region.'});

  const state = k => k.calls ? 'used' : k.lost ? 'another kernel was taken' : k.refused ? 'refuses all ops it was tried on' : k.candidate ? 'its pattern does not occur' : 'no op of its kind';
  new Table($('kernels'), 'Kernels of the libraries', [
    {title: 'Kernel', value: k => k.kernel},
    {title: 'ID', value: k => '0x' + k.id.toString(16)},
    {title: 'Does', value: k => k.summary},
    {title: 'Calls', number: true, value: k => k.calls},
    {title: 'Fits but lost', number: true, value: k => k.lost},
    {title: 'Refused', number: true, value: k => k.refused},
    {title: 'State', value: state},
  ], report.kernels, {note: plural(report.kernels.filter(k => !k.calls).length, 'kernel') + ' the model never reaches', empty: 'No library was given.'});

  new Table($('weights'), 'Weights', [
    {title: 'Symbol', value: w => w.symbol},
    {title: 'Name in the model', value: w => w.name},
    {title: 'Type', value: shapeOf},
    {title: 'Bytes', number: true, value: w => w.bytes},
    {title: 'Offset', number: true, value: w => w.offset},
  ], weights.tensors, {note: weights.tensors.length ? bytes(weights.bytes) : '', empty: 'The model has no weights in memory.'});
}

// Start -----------------------------------------------------------------------

function redraw() {
  readStyle();
  hatches = {};
  drawGraphSoon();
  if (arena.bytes) drawArena();
}

drawSummary();
showDetail(null);
startGraph();
startArena();
makeTables();
$('theme').onclick = () => {
  const dark = document.documentElement.dataset.theme ? document.documentElement.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = dark ? 'light' : 'dark';
  redraw();
};
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
window.addEventListener('resize', () => { drawGraphSoon(); if (arena.bytes) drawArena(); });
drawGraph();
document.body.dataset.units = units.length;
document.body.dataset.ready = Math.round(performance.now());
