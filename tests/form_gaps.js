// mutool run form_gaps.js FORM.pdf: compares each field of a form with what is printed where
// it lies, as mupdf reads both: a box with its □; a text with the line drawn there, or else
// with the gap between the words and borders beside it, which must have room for a hand.
// A line for each field that is off; the last line says how many there are.
//
// Points, y goes up. A character has a square, and marks have their ink in half of it.
var EXACT = 0.3;                 // points between a box or line and its field
var BESIDE = 0.3;                // of the letters' size, between words and a field
var INSET = 2.3;                 // points between a border and a field, the line included
var MARGIN = 15 * 72 / 25.4;     // of the type area, which ends where no border is
var LEAST = 20, LEAST_YEAR = 25; // points: 7 mm for two digits, 9 mm for four
var OPENING = "（〔「『《“‘", CLOSING = "，。、；：）〕」』》”’";
var UNITS = "年月日省市区县街乡镇村元人天";

var doc = new PDFDocument(scriptArgs[0]), page = doc.loadPage(0);
var annots = doc.findPage(0).get("Annots"), width = page.bound()[2];
var characters = [], borders = [];

function take(font, trm, glyph, uni) {
    var c = String.fromCharCode(uni), size = trm[0], x = trm[4];
    var end = x + font.advanceGlyph(glyph, 0) * size;
    if (c === " " || c === "\u3000") return;
    characters.push({
        c: c, x: x, end: end, y: trm[5], size: size,
        left: OPENING.indexOf(c) < 0 ? x : (x + end) / 2,
        right: CLOSING.indexOf(c) < 0 ? end : (x + end) / 2
    });
}
function follow(path) {
    var fromX, fromY;
    path.walk({
        moveTo: function (x, y) { fromX = x; fromY = y; },
        lineTo: function (x, y) {
            if (Math.abs(x - fromX) < 0.1)
                borders.push({x: x, low: Math.min(y, fromY), high: Math.max(y, fromY)});
        },
        curveTo: function () {}, closePath: function () {}
    });
}
page.run({
    fillText: function (text) { text.walk({beginSpan: function () {}, showGlyph: take}); },
    strokePath: follow
}, Identity);

// What bounds a field: {x, end} of its cell, or of the type area.
function cell_of(field) {
    var cell = {x: MARGIN, end: width - MARGIN}, middle = (field.low + field.high) / 2;
    borders.forEach(function (b) {
        if (b.low > middle || b.high < middle) return;
        if (b.x <= field.x + 1) cell.x = Math.max(cell.x, b.x);
        if (b.x >= field.end - 1) cell.end = Math.min(cell.end, b.x);
    });
    return cell;
}
// The characters whose line the field is on, in its cell, from left to right.
function line_of(field, cell) {
    return characters.filter(function (c) {
        return c.x > cell.x - 1 && c.end < cell.end + c.size && c.y > field.low &&
            c.y < field.high - c.size / 2;
    }).sort(function (a, b) { return a.x - b.x; });
}

function check_box(field, line) {
    var own = line.filter(function (c) {
        return c.c === "□" && Math.abs(c.x - field.x) < EXACT && Math.abs(c.end - field.end) < EXACT;
    });
    return own.length === 1 ? "" : "is not on its □";
}
// The line drawn where the field is, whole: {x, end}, or null.
function drawn(field, line) {
    var run = null;
    line.forEach(function (c) {
        if (c.c !== "_") return;
        if (run && c.x - run.end < EXACT) run.end = c.end;
        else if (!run || run.end < field.x + EXACT) run = {x: c.x, end: c.end};
    });
    return run && run.end > field.x + EXACT && run.x < field.end - EXACT ? run : null;
}
function check_gap(field, line, cell) {
    var before = null, behind = null, middle = (field.x + field.end) / 2, wrong = "";
    line.forEach(function (c) {
        if (c.left < field.end - EXACT && c.right > field.x + EXACT)
            wrong = "lies on " + c.c;
        if (c.x < middle) before = c;
        else if (!behind) behind = c;
    });
    if (wrong) return wrong;
    var year = behind && behind.c === "年" && !(before && before.c === "0"); // not 20__年
    if (field.end - field.x < (year ? LEAST_YEAR : LEAST))
        return "is " + (field.end - field.x).toFixed(1) + " narrow";
    var apart = behind ? behind.x - field.end : cell.end - field.end;
    var most = behind ? BESIDE * behind.size : INSET + (before ? BESIDE * before.size : 0);
    if (apart < -EXACT || apart > most)
        return "ends " + apart.toFixed(1) + " before " + (behind ? behind.c : "the border");
    if (behind && UNITS.indexOf(behind.c) >= 0) return "";
    apart = before ? field.x - before.end : field.x - cell.x;
    most = before ? BESIDE * before.size : INSET;
    if (apart < -EXACT || apart > most)
        return "begins " + apart.toFixed(1) + " behind " + (before ? before.c : "the border");
    return "";
}
function check(field) {
    var cell = cell_of(field), line = line_of(field, cell), rule = drawn(field, line);
    if (field.box) return check_box(field, line);
    if (!rule) return check_gap(field, line, cell);
    var off = Math.max(Math.abs(field.x - rule.x), Math.abs(field.end - rule.end));
    return off < EXACT ? "" : "is " + off.toFixed(1) + " off its line";
}

for (var i = 0; i < annots.length; i++) {
    var a = annots.get(i), r = a.get("Rect"), told = a.get("TU");
    var field = {
        x: r.get(0).asNumber(), low: r.get(1).asNumber(),
        end: r.get(2).asNumber(), high: r.get(3).asNumber(),
        box: a.get("FT").asName() === "Btn"
    };
    var wrong = check(field);
    if (wrong) print(told.asString() + ": " + wrong);
}
print(annots.length + " fields");
