// Cases of all expressions of the rules language: a true and a false expression each, for an update of `things/one` by `ada`. Both the
// evaluator and complete emulators are tested with them.

/** The document before the update, without its values of other types: `at`, `place`, `raw` and `other`. */
export const BEFORE = {
  ownerId: "ada",
  title: "Rain",
  pages: 8,
  ratio: 1.5,
  tags: ["a", "b"],
  style: { ink: "black" },
  nothing: null,
};

/** The fields that the update changes and adds. */
export const UPDATE = { title: "Snow", added: true };

/** Additional claims of `ada`'s token. */
export const CLAIMS = { email: "ada@example.org", email_verified: true, level: 3 };

/** A true and a false expression. */
export const EXPRESSIONS: readonly (readonly [string, string])[] = [
  // literals and operators
  ["true", "false"],
  ["!false", "!true"],
  ["1 == 1.0", "1 == '1'"],
  ["1 != 2", "1 != 1"],
  ["null == null", "null == false"],
  ["resource.data.nothing == null", "resource.data.title == null"],
  ["1 < 2 && 2 <= 2 && 3 > 2 && 2 >= 2", "2 < 2"],
  ["'a' < 'b'", "'b' < 'a'"],
  ["1 + 2 * 3 == 7", "(1 + 2) * 3 == 7"],
  ["7 / 2 == 3 && 7 % 2 == 1", "7 / 2 == 3.5"],
  ["7 / 2.0 == 3.5", "7.0 - 2 == 4"],
  ["-2 + 3 == 1", "-(2) == 2"],
  ["'a' + 'b' == 'ab'", "'a' + 'b' == 'ba'"],
  ["'it\\'s' == \"it's\"", "'\\u0041' == 'B'"],
  ["true || false", "false || false"],
  ["true && true", "true && false"],
  ["true ? true : false", "false ? true : false"],
  ["1 in [1, 2]", "3 in [1, 2]"],
  ["'ink' in resource.data.style", "'paper' in resource.data.style"],
  ["!('x' in {'a': 1}) && 'a' in {'a': 1}", "'x' in {'a': 1}"],
  ["'a' in ['a'].toSet()", "'b' in ['a'].toSet()"],
  ["[1, [2]] == [1, [2]]", "[1, 2] == [2, 1]"],
  ["{'a': 1, 'b': 2} == {'b': 2, 'a': 1}", "{'a': 1} == {'a': 1, 'b': 2}"],
  ["[2, 1].toSet() == [1, 2, 2].toSet()", "[1].toSet() == [1, 2].toSet()"],
  ["[1, 2, 3][1] == 2", "[1, 2, 3][0] == 2"],
  ["[1, 2, 3][0:2] == [1, 2]", "[1, 2, 3][1:2] == [1]"],
  ["'abc'[1:3] == 'bc'", "'abc'[0:1] == 'b'"],
  ["resource.data['title'] == 'Rain'", "resource.data['title'] == 'Snow'"],
  // an error on either side does not decide
  ["resource.data.missing == 1 || true", "resource.data.missing == 1 && false"],
  ["true || resource.data.missing == 1", "false && resource.data.missing == 1"],
  // types
  ["1 is int && 1 is number", "1 is float"],
  ["1.0 is float && 1.0 is number", "1.0 is int"],
  ["'a' is string", "1 is string"],
  ["true is bool", "'true' is bool"],
  ["[] is list", "[].toSet() is list"],
  ["[].toSet() is set", "[] is set"],
  ["{} is map", "[] is map"],
  ["null is null", "0 is null"],
  ["resource.data.at is timestamp", "1 is timestamp"],
  ["duration.value(1, 's') is duration", "request.time is duration"],
  ["resource.data.place is latlng", "resource.data.raw is latlng"],
  ["resource.data.raw is bytes", "'hi' is bytes"],
  ["resource.data.other is path", "'/a/b' is path"],
  ["{}.diff({}) is map_diff", "{} is map_diff"],
  // request and resource
  ["request.auth != null && request.auth.uid == 'ada'", "request.auth.uid == 'bob'"],
  ["request.auth.token.email_verified && request.auth.token.level == 3", "request.auth.token.email == 'x'"],
  ["request.method == 'update'", "request.method == 'get'"],
  [
    "request.path == /databases/(default)/documents/things/one",
    "request.path == /databases/x/documents/things/one",
  ],
  ["request.path[3] == 'things'", "request.path[3] == 'one'"],
  ["request.resource.data.title == 'Snow'", "request.resource.data.title == 'Rain'"],
  ["resource.id == 'one' && id == 'one'", "resource.id == 'two'"],
  ["resource.__name__ == request.path", "resource.__name__ == resource.data.other"],
  // documents
  [
    "exists(/databases/$(database)/documents/things/two)",
    "exists(/databases/$(database)/documents/things/three)",
  ],
  [
    "get(/databases/$(database)/documents/things/two).data.ownerId == 'bob'",
    "get(/databases/$(database)/documents/things/$('two')).data.ownerId == 'ada'",
  ],
  ["get(/databases/$(database)/documents/things/three) == null", "get(resource.data.other) == null"],
  [
    "getAfter(/databases/$(database)/documents/things/one).data.title == 'Snow'",
    "get(/databases/$(database)/documents/things/one).data.title == 'Snow'",
  ],
  [
    "existsAfter(/databases/$(database)/documents/things/one)",
    "existsAfter(/databases/$(database)/documents/things/three)",
  ],
  // differences
  [
    "request.resource.data.diff(resource.data).affectedKeys().hasOnly(['title', 'added'])",
    "request.resource.data.diff(resource.data).affectedKeys().hasOnly(['title'])",
  ],
  [
    "request.resource.data.diff(resource.data).addedKeys() == ['added'].toSet()",
    "request.resource.data.diff(resource.data).addedKeys().hasAny(['title'])",
  ],
  [
    "request.resource.data.diff(resource.data).changedKeys().hasAll(['title'])",
    "request.resource.data.diff(resource.data).changedKeys().hasAll(['pages'])",
  ],
  [
    "resource.data.diff(request.resource.data).removedKeys() == ['added'].toSet()",
    "request.resource.data.diff(resource.data).removedKeys().size() > 0",
  ],
  [
    "request.resource.data.diff(resource.data).unchangedKeys().hasAll(['pages', 'style'])",
    "request.resource.data.diff(resource.data).unchangedKeys().hasAll(['title'])",
  ],
  // strings
  ["'Ab'.lower() == 'ab' && 'Ab'.upper() == 'AB'", "'Ab'.lower() == 'Ab'"],
  ["' a '.trim() == 'a'", "' a '.size() == 1"],
  ["'めくり'.size() == 3 && 'めくり'.toUtf8().size() == 9", "'めくり'.size() == 9"],
  ["'page-12'.matches('page-[0-9]+')", "'my page-12'.matches('page-[0-9]+')"],
  ["'a1b22'.replace('[0-9]+', '#') == 'a#b#'", "'aa'.replace('a', 'b') == 'ba'"],
  ["'a, b,c'.split(', ?') == ['a', 'b', 'c']", "'a.b'.split('.') == ['a', 'b']"],
  // lists and sets
  ["['a', 'b'].hasAll(['a'])", "['a'].hasAll(['a', 'b'])"],
  ["['a'].hasAny(['a', 'b'])", "['a'].hasAny(['b'])"],
  ["['a', 'a'].hasOnly(['a'])", "['a', 'b'].hasOnly(['a'])"],
  ["[1].concat([2]) == [1, 2]", "[1].concat([2]).size() == 1"],
  ["['a', 'b'].join('/') == 'a/b'", "['a', 'b'].join('') == 'a/b'"],
  ["[1, 2, 1].removeAll([1]) == [2]", "[1, 2].removeAll([3]) == []"],
  ["[1, 2].toSet().union([3].toSet()).size() == 3", "[1].toSet().union([1].toSet()).size() == 2"],
  [
    "[1, 2].toSet().intersection([2].toSet()) == [2].toSet()",
    "[1].toSet().intersection([2].toSet()).size() == 1",
  ],
  [
    "[1, 2].toSet().difference([2].toSet()) == [1].toSet()",
    "[1].toSet().difference([2].toSet()).size() == 0",
  ],
  [
    "[1].toSet().hasOnly([1, 2]) && [1].toSet().hasAny([1]) && [1].toSet().hasAll([1])",
    "[1].toSet().hasAll([1, 2])",
  ],
  // maps
  [
    "{'a': 1}.keys() == ['a'] && {'a': 1}.values() == [1] && {'a': 1}.size() == 1",
    "{'a': 1}.keys().hasAny(['b'])",
  ],
  ["{'a': 1}.get('b', 2) == 2 && {'a': 1}.get('a', 2) == 1", "{'a': 1}.get('a', 2) == 2"],
  ["{'a': {'b': 1}}.get(['a', 'b'], 0) == 1", "{'a': {'b': 1}}.get(['a', 'c'], 0) == 1"],
  // time
  [
    "timestamp.date(2026, 2, 28).year() == 2026 && timestamp.date(2026, 2, 28).month() == 2",
    "timestamp.date(2026, 2, 28).day() == 27",
  ],
  [
    "timestamp.date(2026, 3, 1).dayOfWeek() == 7 && timestamp.date(2026, 3, 1).dayOfYear() == 60",
    "timestamp.date(2026, 3, 2).dayOfWeek() == 0",
  ],
  [
    "resource.data.at.nanos() == 5000 && resource.data.at.toMillis() == 86400000",
    "resource.data.at.nanos() == 0",
  ],
  [
    "timestamp.value(3723000).hours() == 1 && timestamp.value(3723000).minutes() == 2 && timestamp.value(3723000).seconds() == 3",
    "timestamp.value(3723000).hours() == 3",
  ],
  [
    "timestamp.value(86400001).date() == timestamp.value(86400000)",
    "timestamp.value(-1).date() == timestamp.value(0)",
  ],
  [
    "timestamp.value(86400001).time() == duration.value(1, 'ms')",
    "timestamp.value(86400001).time() == duration.value(1, 's')",
  ],
  [
    "request.time + duration.value(1, 'd') > request.time",
    "request.time - duration.value(1, 'd') > request.time",
  ],
  [
    "duration.value(90, 'm').seconds() == 5400 && duration.time(0, 0, 0, 7).nanos() == 7",
    "duration.value(1, 'w').seconds() == 7",
  ],
  [
    "duration.abs(-duration.value(1, 's')) == duration.value(1, 's')",
    "duration.abs(duration.value(-1, 's')) < duration.value(0, 's')",
  ],
  // numbers, conversions, places, bytes, paths
  [
    "math.abs(-1) == 1 && math.ceil(1.2) == 2 && math.floor(1.8) == 1 && math.round(1.5) == 2",
    "math.abs(-1) == -1",
  ],
  ["math.sqrt(9) == 3 && math.pow(2, 3) == 8", "math.sqrt(9) == 9"],
  ["math.isNaN(0.0 / 0.0) && math.isInfinite(1.0 / 0.0)", "math.isNaN(1.0) || math.isInfinite(1.0)"],
  ["0.0 / 0.0 != 0.0 / 0.0", "0.0 / 0.0 <= 1.0"],
  ["int('7') == 7 && int(7.9) == 7 && float('1.5') == 1.5 && bool('true')", "bool('false')"],
  ["string(7) == '7' && string(true) == 'true' && string(null) == 'null'", "string(7) == 7"],
  ["path('/things/two') == /things/two", "path('/things/two') == /things/one"],
  ["path('/things/{x}').bind({'x': 'two'}) == /things/two", "/things/one == /things/two"],
  [
    "latlng.value(0.0, 0.0).distance(latlng.value(0.0, 1.0)) > 111000.0",
    "resource.data.place.latitude() > 36.0",
  ],
  ["resource.data.place.longitude() == 139.0", "resource.data.place == latlng.value(0.0, 0.0)"],
  [
    "resource.data.raw == b'hi' && resource.data.raw.toBase64() == 'aGk='",
    "resource.data.raw.toHexString() == ''",
  ],
  [
    "hashing.sha256('').toHexString().size() == 64 && hashing.md5(b'a').size() == 16 && hashing.crc32('a').size() == 4",
    "hashing.sha256('a') == hashing.sha256('b')",
  ],
  ["debug(true)", "debug(false)"],
];
