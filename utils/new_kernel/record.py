"""The text of a kernel's record."""

import re

from relay import CoverWriter


def _call_lines(roles, indent):
    """One role a line, with its question behind it."""
    lines = []
    for index, role in enumerate(roles):
        comma = "," if index + 1 < len(roles) else ""
        note = f"  // review: {role.review}" if role.review else ""
        if role.fields is None:
            lines.append(f"{indent}{role.text}{comma}{note}")
            continue
        lines.append(f"{indent}{role.text}{note}")
        inner = _call_lines(role.fields, indent + "    ")
        inner[-1] = _append(inner[-1], role.suffix + comma)
        lines += inner
    return lines


def _append(line, text):
    """`text` behind the code of a line, before its comment."""
    code, mark, note = line.partition("  // review: ")
    return code + text + mark + note


def _in_place(guess):
    """Nothing is in place unless the vendor says so."""
    if len(guess.inputs) != 1 or len(guess.outputs) != 1:
        return ""
    return (f'  // review: if one buffer may serve both, add\n'
            f'  //   let inPlace = [InPlace<"{guess.inputs[0].name}", '
            f'"{guess.outputs[0].name}">];\n')


def _same_shapes(guess, call):
    """A function that is told one number of elements can't broadcast, as Relay can."""
    inputs = [t for t in guess.inputs if not t.optional]
    if len(inputs) < 2 or "NumElements<" not in call or "Dim" in call:
        return []
    return [f'Dsp_SameShape<"C{i}", "{inputs[0].name}", "{t.name}">'
            for i, t in enumerate(inputs[1:], 1)]


def _requirements(guess, call):
    requirements = _same_shapes(guess, call)
    for sentence, condition, shown in guess.requirements:
        show = ", ".join(f'"{text}"' for text in shown)
        requirements.append(f'Dsp_Require<"C{len(requirements) + 1}", "{sentence}",\n'
                            f'                "{condition}", [{show}]>')
    return requirements


def _status(result, library_status):
    """What the function returns, where it differs from the library's."""
    if result == library_status:
        return ""
    if result == "void":
        return "  let status = Dsp_NoStatus;\n"
    return f'  let status = Dsp_Status<"{result}", 0>;  // review: is 0 good?\n'


def kernel_record(library, kernel, kernel_id, function, guess, cover, schema, summary):
    """A whole Dsp_Kernel, and what has yet to be said, as sentences."""
    writer = CoverWriter(schema, guess.front, [t.name for t in guess.inputs], guess.attrs,
                         guess.outputs[0].name, guess.letters if len(guess.letters) == 4 else "")
    tree = writer.write(cover, "      ")
    unbound = [name for name in guess.attrs if name not in writer.bound_attrs]
    arguments = [f"{t.type()}:${t.name}" for t in guess.inputs]
    arguments += [f"{kind}:${name}" for name, kind in guess.attrs.items()]
    separator = ",\n                       "
    camel = "".join(word.capitalize() for word in re.split(r"[_\W]+", kernel))
    default_name = f"{library.name}_{kernel}"
    lines = _call_lines(guess.call, "      ")
    lines[-1] = _append(lines[-1], ");")
    call = "\n".join(lines)
    constraints = ",\n    ".join(_requirements(guess, call))
    constraints = f", [\n    {constraints}]" if constraints else ""
    text = (f"\n// {function.prototype()}\n"
            f"def {library.definition}_{camel}Op : Dsp_Kernel<{library.definition}, \"{kernel}\", "
            f"{kernel_id:#x}{constraints}> {{\n"
            f"  let summary = \"{summary}\";\n"
            f"  let arguments = (ins {separator.join(arguments)});\n"
            f"  let results = (outs "
            f"{', '.join(f'{t.type()}:${t.name}' for t in guess.outputs)});\n"
            + ("" if function.name == default_name else f"  let cName = \"{function.name}\";\n"))
    text += _status(function.result, library.status)
    text += f"  let cCall = (CCall\n{call}\n"
    for name in unbound:
        text += (f"  // review: no attribute of {'/'.join(cover.chain())} is called "
                 f"'{name}': give it a value with Set<\"{name}\", …>\n")
    for op, name in writer.unbound_attrs:
        text += (f"  // review: nothing here takes '{name}' of {op}: bind it, constrain it, "
                 f"or give a reason to ignore it\n")
    if guess.layout_is_guessed:
        text += f"  // review: is {guess.letters} the layout of these tensors?\n"
    numerics = ", [], 0, Quantized_TFLite" if guess.quantities.scales_output else ""
    if numerics:
        text += "  // review: does the function compute as TensorFlow Lite does?\n"
    text += f"  let covers = [Covers<{tree}{numerics}>];\n{_in_place(guess)}}}\n"
    open_questions = [f"no attribute gives '{name}' a value yet" for name in unbound]
    open_questions += [f"the function has no parameter for '{name}' of {op}"
                       for op, name in writer.unbound_attrs]
    return text, open_questions
