"""Guesses what the function of a quantised operator is told of scales and zero points.

Relay has them as operands. In a kernel's record they are attributes, which take
the constants of the model, and what the C function wants to know is computed from
them: factors as multiplier and shift, limits. The arithmetic is TensorFlow Lite's,
for which such functions are made (dsp/Libraries/Quantization.h).
"""

import dataclasses

SIDES = {
    "lhs": {"lhs", "a", "input1", "in1", "x1", "src1"},
    "rhs": {"rhs", "b", "input2", "in2", "x2", "src2"},
    "input": {"in", "input", "src", "ifm", "x", "data"},
    "filter": {"filter", "weight", "weights", "kernel", "wei", "w", "flt"},
    "output": {"out", "output", "dst", "ofm", "y", "res", "result"},
}
MULTIPLIERS = {"mult", "mults", "multiplier", "multipliers"}
SHIFTS = {"shift", "shifts", "shifters"}
SCALES = {"scale", "scales", "requant"}
ZERO_POINTS = {"zp", "zps", "offset", "offsets", "zero"}
LEAST = {"min", "minimum", "lower", "lo", "low"}
GREATEST = {"max", "maximum", "upper", "hi", "high"}
ROUNDING = '\\"TFLITE\\"'


@dataclasses.dataclass
class Number:
    """An expression, the attributes that it names, and what to ask the author."""
    text: str
    attrs: list
    review: str
    is_list: bool = False


def is_quantity(operand):
    return operand.endswith(("_scale", "_zero_point"))


class Quantities:
    """The scales and zero points of a cover's operators, as attributes of a kernel."""

    def __init__(self, cover, schema):
        self.ops = cover.chain()
        self.operands = {op: [o["name"] for o in schema[op]["operands"]] for op in self.ops}
        self.layer = next((op for op in self.ops if "weight_scale" in self.operands[op]), None)
        self.kinds = {}
        """The attributes and their kinds."""
        for op in self.ops:
            for operand in filter(is_quantity, self.operands[op]):
                if name := self.attribute(op, operand):
                    self.kinds[name] = "DenseF32ArrayAttr" if name == "filter_scale" else \
                        "F32Attr" if name.endswith("_scale") else "I32Attr"

    def attribute(self, op, operand):
        """The attribute that `operand` of `op` becomes; None for what is known without it."""
        if op != self.layer and self.layer and operand.startswith("input_"):
            return None  # of the sums
        return operand.replace("weight_", "filter_")

    def unsaid(self, op, operand):
        """How a cover treats an operand that the function is told nothing of, or None."""
        if operand.endswith("_zero_point"):
            return "(ConstantIs<0>)"
        if op != self.layer and self.layer and operand == "input_scale":
            return '(IgnoredOperand<"the scales of input and filter say it">)'
        if op == self.layer and "output_scale" not in self.kinds:
            return '(IgnoredOperand<"the sums are integers">)'
        return None

    def __bool__(self):
        return bool(self.kinds)

    @property
    def scales_output(self):
        return "output_scale" in self.kinds

    def _side(self, words):
        for index, word in enumerate(words):
            joined = word + words[index + 1] if index + 1 < len(words) else word
            for side, known in SIDES.items():
                if joined in known or word in known:
                    return side
        return ""

    def _attr(self, words, kind):
        """The attribute of that kind that the words mean, or None."""
        side = self._side(words)
        names = [name for name in self.kinds if name.endswith(kind)]
        for name in names:
            if side and name.startswith(side):
                return name
        if side or not names:
            return None
        return names[-1]

    def _factor(self, words):
        """By what is multiplied, or None."""
        if self.layer and self.scales_output:
            return Number(f"layerFactors({ROUNDING}, $input_scale, $filter_scale, {{}}, "
                          "$output_scale)", ["input_scale", "filter_scale", "output_scale"], "",
                          is_list=True)
        if "lhs_scale" in self.kinds:
            attrs = ["lhs_scale", "rhs_scale", "output_scale"]
            scales = ", ".join("$" + a for a in attrs)
            if "qnn.mul" in self.ops:
                return Number(f"productFactor({ROUNDING}, {scales})", attrs, "")
            if side := {"lhs": "$lhs_scale, $rhs_scale",
                        "rhs": "$rhs_scale, $lhs_scale"}.get(self._side(words)):
                return Number(f"addendFactor({ROUNDING}, {side}, $output_scale)", attrs, "")
            return Number(f"sumFactor({ROUNDING}, {scales}, $OUTPUT)", attrs, "")
        if {"input_scale", "output_scale"} <= self.kinds.keys():
            return Number("double($input_scale) / $output_scale", ["input_scale", "output_scale"],
                          "")
        return None

    def number(self, name, is_list, is_integer, output, clips):
        """What a parameter of that name is told, or None. `output` is the result's name."""
        words = name.split("_")
        found = set(words)
        if is_integer and found & LEAST | found & GREATEST and self.scales_output and not is_list:
            bound = "min" if found & LEAST else "max"
            if clips:
                return Number(f"boundOf(${output}, $a_{bound})", [f"a_{bound}"],
                              f"is '{name}' the {bound}imum that is stored?")
            limit = "leastOf" if found & LEAST else "greatestOf"
            return Number(f"{limit}(${output})", [], f"is '{name}' the {bound}imum that is stored?")
        if found & SHIFTS and "left" in found and "qnn.add" in self.ops:
            return Number(f"sumLeftShift({ROUNDING}, ${output})", [],
                          f"is '{name}' by what both are shifted left at first?")
        for known, function, hint in ((MULTIPLIERS, "multiplier", ""),
                                      (SHIFTS, "shift", ", to the left if positive")):
            factor = self._factor(words) if found & known else None
            if factor:
                return self._part(factor, name, function, hint, is_list, output)
        if found & SCALES and not is_integer:
            attr = self._attr(words, "_scale")
            if attr and self._side(words) and (self.kinds[attr] == "F32Attr") != is_list:
                return Number(f"${attr}", [attr], f"is '{name}' that scale?", is_list)
            if factor := self._factor(words):
                text = factor.text.replace("$OUTPUT", "$" + output)
                if factor.is_list and not is_list:
                    text += "[0]"
                return Number(text, factor.attrs, f"is '{name}' what sums are multiplied by?",
                              is_list)
        if found & ZERO_POINTS and is_integer and not is_list:
            attr = self._attr(words, "_zero_point")
            if attr:
                negated = "offset" in found and not attr.startswith("output")
                return Number(("-" if negated else "") + f"${attr}", [attr],
                              f"is '{name}' that zero point" + (", negated?" if negated else "?"))
        return None

    @staticmethod
    def _part(factor, name, function, hint, is_list, output):
        text = factor.text.replace("$OUTPUT", "$" + output)
        plural = factor.is_list or is_list
        text = f"{function}{'s' if plural else ''}Of({ROUNDING}, {text})"
        if factor.is_list and not is_list:
            text += "[0]"
        return Number(text, factor.attrs, f"is '{name}' the {function} of the factor{hint}?",
                      is_list)

    def wants_list(self, name):
        """Whether a pointer of that name leads to quantities, one for each channel."""
        return bool(self.kinds) and bool(
            set(name.split("_")) & (MULTIPLIERS | SHIFTS | SCALES | ZERO_POINTS))
