package org.quorate.cli.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quorate.cli.yaml.Yaml;
import org.quorate.model.Names;

/**
 * Reads values as the Informal Trace Format spells them: each becomes the value that a scenario
 * would have in its place. Values stay where they are in the file.
 */
final class ItfValues {

  private static final List<String> FORMS = List.of("#bigint", "#map", "#set", "#tup");

  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d+");

  private ItfValues() {}

  /**
   * The fields of a record, each with its value.
   *
   * @throws org.quorate.cli.yaml.BadFileException if one is no value of the format
   */
  static Yaml.Mapping fields(Yaml.Mapping record) {
    Map<String, Yaml.Entry> values = new LinkedHashMap<>();
    record
        .entries()
        .forEach((name, e) -> values.put(name, new Yaml.Entry(e.at(), value(e.value()))));
    return new Yaml.Mapping(record.at(), values);
  }

  private static Yaml value(Yaml value) {
    if (value instanceof Yaml.Sequence list) {
      return list(list);
    }
    if (value instanceof Yaml.Mapping object) {
      Optional<String> form =
          object.entries().keySet().stream().filter(k -> k.startsWith("#")).findFirst();
      return form.isPresent() ? form(object, form.get()) : fields(object);
    }
    if (((Yaml.Scalar) value).isNull()) {
      throw value.at().error("this format has no null; no value is {\"#tup\": []}");
    }
    return value;
  }

  private static Yaml.Sequence list(Yaml.Sequence list) {
    return new Yaml.Sequence(list.at(), list.items().stream().map(ItfValues::value).toList());
  }

  private static Yaml form(Yaml.Mapping object, String form) {
    if (!FORMS.contains(form)) {
      throw object.at().error(Names.unknown("form of a value", form, FORMS));
    }
    object.only("key", "a value with " + form, List.of(form));
    Yaml content = object.get(form);
    if (form.equals("#bigint")) {
      return number(content.scalar("a whole number"));
    }
    Yaml.Sequence items = content.sequence("values");
    if (form.equals("#map")) {
      return map(object, items);
    }
    boolean isNone = form.equals("#tup") && items.items().isEmpty();
    return isNone ? new Yaml.Scalar(object.at(), "null", true) : list(items);
  }

  private static Yaml number(Yaml.Scalar number) {
    if (!WHOLE_NUMBER.matcher(number.text()).matches()) {
      throw number.at().error("'%s' is no whole number".formatted(number.text()));
    }
    return number;
  }

  private static Yaml map(Yaml.Mapping object, Yaml.Sequence pairs) {
    Map<String, Yaml.Entry> values = new LinkedHashMap<>();
    for (Yaml item : pairs.items()) {
      List<Yaml> pair = item.sequence("an index and its value").items();
      if (pair.size() != 2) {
        throw item.at().error("a pair of a #map has 2 items, not " + pair.size());
      }
      Yaml.Scalar key = value(pair.get(0)).scalar("an index");
      Yaml.Entry entry = new Yaml.Entry(key.at(), value(pair.get(1)));
      if (values.putIfAbsent(key.text(), entry) != null) {
        throw key.at().error("the index '%s' is there already".formatted(key.text()));
      }
    }
    return new Yaml.Mapping(object.at(), values);
  }
}
