"""Guesses what each parameter of a C function is, from its type and name.

A type that leaves no choice (a const pointer is read) is taken as it is; what
only the name says is marked for review.
"""

import dataclasses
import re

from c_header import HeaderError, bare

ELEMENTS = {
    "float": "Dsp_F32", "double": "Dsp_F64", "int8_t": "Dsp_I8", "signed char": "Dsp_I8",
    "int16_t": "Dsp_I16", "short": "Dsp_I16", "int32_t": "Dsp_I32",
    "int": "Dsp_I32", "int64_t": "Dsp_I64", "long": "Dsp_I64", "uint8_t": "Dsp_U8",
    "unsigned char": "Dsp_U8", "uint16_t": "Dsp_U16", "unsigned short": "Dsp_U16",
    "uint32_t": "Dsp_U32", "unsigned int": "Dsp_U32", "uint64_t": "Dsp_U64", "_Bool": "Dsp_Bool",
}
FLOATS = ("float", "double")

# Letters of a layout and what C programmers call its dimensions.
DIM_WORDS = {
    "N": ("batch", "batches", "n"), "H": ("height", "h", "y"), "W": ("width", "w", "x"),
    "C": ("channels", "channel", "c", "ch", "depth", "features", "chans"),
    "R": ("rows", "row", "num_rows", "m"), "K": ("columns", "cols", "column", "col", "row_size"),
}
COUNT_WORDS = {"n", "count", "size", "len", "length", "num", "elements", "numel", "total",
               "num_elements", "block_size", "blocksize", "nelem"}
# Pointers that lead to no tensor: what is kept for the library, text, tables.
CONTEXT_WORDS = {"ctx", "context", "handle", "state", "config", "cfg", "params", "param", "opts",
                 "options", "info", "name", "session", "inst", "instance"}
TABLE_WORDS = {"lut", "table", "tab", "twiddle", "twiddles"}
# Lists that Relay has as attributes, by what C calls them.
LIST_WORDS = {"strides": "strides", "stride": "strides", "dilations": "dilation",
              "dilation": "dilation", "pad": "padding", "pads": "padding", "padding": "padding",
              "pool_size": "pool_size", "axes": "axes", "perm": "axes"}
ACTIVATION_LAYOUTS = ("nhwc", "nchw")
FILTER_LAYOUTS = ("ohwi", "oihw", "hwio", "hwoi", "ihwo")
FILTER_OF = {"NHWC": "OHWI", "NCHW": "OIHW"}
# Names that generated C++ can't have for members (see docs/KernelRecord.md).
RESERVED = set("""alignas alignof and and_eq asm auto bitand bitor bool break case catch char class
    compl concept const consteval constexpr constinit continue decltype default delete do double else
    enum explicit export extern false float for friend goto if inline int long mutable namespace new
    noexcept not not_eq nullptr operator or or_eq private protected public register requires return
    short signed sizeof static struct switch template this throw true try typedef typeid typename
    typeof union unsigned using virtual void volatile while xor xor_eq errno linux unix build builder
    attribute_names attributes kernel_info operands operation operation_name properties regions
    type""".split())
ATTR_PAIRS = {"stride": "strides", "strides": "strides", "dilation": "dilation",
              "dilations": "dilation"}
WINDOW_WORDS = {"pool", "window", "kernel", "filter"}
PAD_SIDES = {"top": 0, "t": 0, "up": 0, "h": 0, "y": 0, "height": 0, "left": 1, "l": 1, "w": 1, "x": 1,
             "width": 1, "bottom": 2, "b": 2, "down": 2, "right": 3, "r": 3}
# Those that speak of both sides.
PAD_BOTH = {"h", "y", "height", "w", "x", "width"}
SCRATCH_WORDS = r"scratch|workspace|temp|tmp|buf|buffer|work"
SIDES = {"input": ("in", "input", "src", "source", "ifm", "x", "a", "lhs"),
         "output": ("out", "output", "dst", "dest", "ofm", "y"),
         "weights": ("filter", "kernel", "weight", "weights", "wei", "w", "b", "rhs")}


@dataclasses.dataclass
class Role:
    """One line of cCall."""
    text: str
    """`(In<> $input)`, or the head of a struct, whose fields follow."""
    review: str = ""
    """Why a human should look; empty where the type says it all."""
    fields: list = None
    suffix: str = ""
    """`:$params` behind a struct's fields."""


@dataclasses.dataclass
class Tensor:
    name: str
    element: str
    ranks: list = dataclasses.field(default_factory=list)
    layout: str = ""
    optional: bool = False

    def type(self):
        parts = [self.element]
        if self.ranks:
            parts.append("[" + ", ".join(map(str, self.ranks)) + "]")
        if self.layout:
            parts.append(f'"{self.layout}"')
        text = f"Dsp_Tensor<{', '.join(parts)}>"
        return f"Optional<{text}>" if self.optional else text


def identifier(name):
    """A name for an argument: `inputData` becomes input_data."""
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().lstrip("_") or "unnamed"
    return name + "_arg" if name in RESERVED else name


def passed(name, text, c_type="int32_t"):
    """`text` as the role of the C parameter `name`."""
    return f'(Expr<"{c_type}", "{text}">):${name}'


class Guess:
    """The arguments, results and C call of a kernel's record."""

    def __init__(self, header, function, front):
        self.header = header
        self.front = front
        self.quantities = front.quantities
        self.inputs, self.outputs, self.attrs = [], [], {}
        self.requirements = []
        """Conditions that follow from what the function is not told: sentence, condition, shown."""
        self.padded = set()
        leaves = list(self._leaves(function.params, ()))
        self.struct = []
        """The struct whose fields are looked at, from the outermost inwards."""
        self._find_layouts(function, [p.name for _, p in leaves])
        self._find_tensors(leaves)
        self._find_ranks([identifier(p.name) for _, p in leaves if not p.is_pointer])
        self.call = [self._role(p) for p in function.params]
        self._require_symmetric_padding()

    #===-- Tensors ----------------------------------------------------------===#

    def _leaves(self, params, path):
        """Parameters and fields of structs, each with the names that lead to it."""
        for param in params:
            fields = self.header.fields(param.type)
            if fields and self.header.canonical(param.type) not in ELEMENTS:
                yield from self._leaves(fields, (*path, param.name))
            else:
                yield (*path, param.name), param

    def _path(self, param):
        return (*(struct.name for struct in self.struct), param.name)

    def _element(self, param):
        return ELEMENTS.get(self.header.canonical(param.pointee)) if param.is_pointer else None

    def _list_attr(self, param):
        """The attribute of the operator that an array of integers is, or None."""
        if self.header.canonical(param.pointee) in FLOATS:
            return None
        attr = LIST_WORDS.get(identifier(param.name))
        return attr if attr in self.front.attrs else None

    def _is_table(self, param):
        integer = self.header.canonical(param.pointee) not in FLOATS
        return integer and (self._list_attr(param)
                            or re.search(r"shape|dims|strides|axes", param.name.lower()))

    def _is_no_tensor(self, param):
        """Whether a pointer leads to what the library keeps, or to numbers about tensors."""
        words = set(identifier(param.name).split("_"))
        return (words & CONTEXT_WORDS or words & TABLE_WORDS and param.is_const
                or param.is_const and self.quantities.wants_list(identifier(param.name)))

    def _is_scratch(self, param):
        return (param.is_pointer and not param.is_const
                and re.search(SCRATCH_WORDS, param.name.lower()))

    def _find_tensors(self, leaves):
        self.tensors = {}
        found = [(path, param) for path, param in leaves
                 if self._element(param) and not self._is_table(param)
                 and not self._is_scratch(param) and not self._is_no_tensor(param)]
        found = self._without_surplus(found)
        names = [identifier(param.name) for _, param in found]
        for path, param in found:
            name = identifier(param.name)
            if names.count(name) > 1 and len(path) > 1:
                name = identifier(f"{path[-2]}_{path[-1]}")
            tensor = Tensor(name, self._element(param))
            self.tensors[path] = tensor
            if param.is_const:
                tensor.optional = "bias" in tensor.name
                tensor.ranks = [1] if tensor.optional else []
                self.inputs.append(tensor)
            else:
                self.outputs.append(tensor)
        if not self.outputs:
            raise HeaderError("the function writes nowhere: none of its parameters is a "
                              "pointer to a number without const")

    def _without_surplus(self, found):
        """The operator has so many operands; a pointer too many is something else."""
        read = [path for path, param in found if param.is_const]
        surplus = len(read) - len(self.front.operands)
        known = {word for words in SIDES.values() for word in words} | {"bias"}
        for path in reversed(read):
            if surplus > 0 and not known & {*identifier(path[-1]).split("_"), *path[:-1]}:
                found = [(p, param) for p, param in found if p != path]
                surplus -= 1
        return found

    def _find_layouts(self, function, names):
        """Layouts that the names of functions and parameters say."""
        words = [word for name in [function.name, *names] for word in identifier(name).split("_")]
        self.layout = next((w.upper() for w in words if w in ACTIVATION_LAYOUTS), "")
        self.filter_layout = next((w.upper() for w in words if w in FILTER_LAYOUTS), "")

    def _is_weights(self, tensor):
        words = set(tensor.name.split("_"))
        return not tensor.optional and (re.search(r"weight|filter|kernel", tensor.name)
                                        or words & {"wt", "wts", "wei", *FILTER_LAYOUTS})

    def _find_ranks(self, names):
        """What the names of the sizes say of the tensors' ranks."""
        letters = {self._dimension(name)[1] for name in names} - {None}
        activations = [t for t in self.inputs if not t.optional and not self._is_weights(t)]
        activations += self.outputs
        rank, layout = (4, "NHWC") if {"H", "W"} <= letters else \
            (2, "") if letters & {"R", "K"} or letters >= {"C"} or self.front.is_matrix else (0, "")
        self.layout_is_guessed = self.front.is_image and not layout and not self.layout
        if self.front.is_image or rank == 4:
            rank, layout = 4, self.layout or "NHWC"
        self.letters = layout if layout else "RK" if rank == 2 else ""
        self.filter_layout = self.filter_layout or FILTER_OF.get(layout, "")
        for tensor in activations:
            tensor.ranks, tensor.layout = [rank] if rank else [], layout
        for tensor in self.inputs:
            if self._is_weights(tensor):
                tensor.ranks = [rank] if rank else []

    #===-- Numbers ----------------------------------------------------------===#

    @staticmethod
    def _dimension(name):
        """Whose dimension a size is, and which letter: `out_h` is output's H."""
        side, rest = "", name
        for candidate, words in SIDES.items():
            for word in words:
                if name.startswith(word + "_"):
                    side, rest = candidate, name[len(word) + 1:]
                elif name.endswith("_" + word) and len(word) > 1:
                    side, rest = candidate, name[:-len(word) - 1]
        for letter, words in DIM_WORDS.items():
            if rest in words:
                return side, letter
        return side, None

    def _has_weights(self):
        return any(map(self._is_weights, self.inputs))

    def _tensor_of(self, side):
        if side == "output":
            return self.outputs[0]
        if side == "weights":
            for tensor in self.inputs:
                if self._is_weights(tensor):
                    return tensor
        return self.inputs[0] if self.inputs else self.outputs[0]

    def _size(self, param, name, c_type):
        """A role for an integer that is some size of a tensor, or None."""
        side, letter = self._dimension(name)
        if side == "weights" and not self._has_weights():
            return None
        tensor = self._tensor_of(side)
        if not side and self.struct:
            tensor = self._tensor_called(identifier(self.struct[-1].name)) or tensor
        if name in COUNT_WORDS and self._scratch_beside(param):
            return Role(f'(Expr<"{c_type}", "numBytes(${self._tensor_of("input").name})">):${param.name}',
                        f"how many bytes does '{self._scratch_beside(param).name}' take?")
        if letter and tensor.ranks == [1]:
            return self._size_of_vector(param, letter, tensor, c_type)
        if self.letters == "RK":
            letter = {"N": "R", "C": "K"}.get(letter, letter)
        if letter and letter in self.letters:
            index = self.letters.index(letter)
            if self._is_weights(tensor) and self.filter_layout:
                index = self.filter_layout.index({"N": "O", "C": "I"}.get(letter, letter))
            suffix = "" if c_type == "int32_t" else f', "{c_type}"'
            return Role(f"(Dim<{index}{suffix}> ${tensor.name}):${param.name}",
                        f"is '{param.name}' dimension {index} of '{tensor.name}'?")
        if name in COUNT_WORDS or name.startswith("num_el"):
            suffix = "" if c_type == "size_t" else f'"{c_type}"'
            return Role(f"(NumElements<{suffix}> ${tensor.name}):${param.name}",
                        f"is '{param.name}' the number of elements?")
        if name in ("rank", "ndim", "num_dims", "dim_count"):
            return Role(f'(NumDims<"{c_type}"> ${tensor.name}):${param.name}',
                        f"is '{param.name}' the rank of '{tensor.name}'?")
        return None

    @staticmethod
    def _size_of_vector(param, letter, tensor, c_type):
        """A bias described like an image: all but its channels are 1."""
        suffix = "" if c_type == "int32_t" else f', "{c_type}"'
        role = f"(Dim<0{suffix}> ${tensor.name})" if letter in "CK" and not tensor.optional else \
            f'(Expr<"{c_type}", "${tensor.name} ? dim(${tensor.name}, 0) : 0">)' if letter in "CK" else \
            f'(Literal<"{c_type}", "1">)'
        return Role(f"{role}:${param.name}", f"is that '{param.name}' of '{tensor.name}'?")

    def _tensor_called(self, name):
        """The tensor that a struct describes: filter_dims is about filter_data."""
        words = name.split("_")
        for tensor in self.inputs + self.outputs:
            if tensor.name.split("_")[0] == words[0] or words[-1] == tensor.name:
                return tensor
        return None

    def _scratch_beside(self, param):
        """The scratch memory in the struct that has the field."""
        fields = self.header.fields(self.struct[-1].type) if self.struct else []
        return next(filter(self._is_scratch, fields), None) if param in fields else None

    def _list_element(self, param, name, c_type):
        """A role for one number of a list attribute: stride_h, pad_left."""
        words = name.split("_")
        attr, index = None, None
        if not self.front.attrs & {"strides", "padding", "dilation", "pool_size"}:
            return None
        for word, known in ATTR_PAIRS.items():
            if word in words:
                attr = known
                index = 1 if words[-1] in ("w", "x", "width") else 0
        if {"pad", "pads", "padding"} & set(words):
            side = next((w for w in reversed(words) if w in PAD_SIDES), "h")
            attr, index = "padding", PAD_SIDES[side]
            self.padded = {*self.padded, side}
        if WINDOW_WORDS & set(words) and not self._has_weights():
            attr, index = "pool_size", 1 if words[-1] in ("w", "x", "width") else 0
        if attr is None:
            return None
        self.attrs[attr] = "DenseI64ArrayAttr"
        suffix = "" if c_type == "int32_t" else f', "{c_type}"'
        return Role(f"(Elem<{index}{suffix}> ${attr}):${param.name}",
                    f"is '{param.name}' element {index} of '{attr}'?")

    def _require_symmetric_padding(self):
        """A function that is told one number for both sides takes equal ones only, unless its
        output's size says how far it goes."""
        told = self.padded <= PAD_BOTH and self.padded
        has_size = any("$" + self.outputs[0].name in role.text and "Dim<" in role.text
                       for role in self._all_roles(self.call))
        if told and not has_size and self.front.is_image:
            self.requirements.append((
                "'padding' must be the same on both sides",
                "$padding[0] == $padding[2] && $padding[1] == $padding[3]", ["$padding"]))

    def _all_roles(self, roles):
        for role in roles:
            yield role
            yield from self._all_roles(role.fields or [])

    def _quantity(self, param, is_list):
        """A role for scales, zero points and what is made of them, or None."""
        name = identifier(param.name)
        context = [identifier(struct.name) for struct in self.struct[-1:]]
        element = self.header.canonical(param.pointee if is_list else param.type)
        number = self.quantities and (
            self._number(name, is_list, element) or
            self._number("_".join([*context, name]), is_list, element))
        if not number:
            return None
        for attr in number.attrs:
            self.attrs[attr] = self.quantities.kinds.get(attr, "F64Attr")
        if "[0]" in number.text and "$filter_scale" in number.text:
            condition = ("the filter must have one scale", "$filter_scale.size() == 1",
                         ["int64_t($filter_scale.size())"])
            if condition not in self.requirements:
                self.requirements.append(condition)
        if is_list:
            return Role(f'(ArrayExpr<"{element}", "{number.text}">):${param.name}', number.review)
        return Role(passed(param.name, number.text, bare(param.type)), number.review)

    def _number(self, name, is_list, element):
        return self.quantities.number(name, is_list, element not in FLOATS, self.outputs[0].name,
                                      self.front.clips)

    def _scalar(self, param):
        name, c_type = identifier(param.name), bare(param.type)
        if names := self.header.enumerators(param.type):
            return Role(f'(Literal<"{param.type}", "{names[0]}">):${param.name}',
                        f"which of {', '.join(names[:4])}?")
        canonical = self.header.canonical(param.type)
        if canonical not in ELEMENTS and canonical != "size_t" and self.struct:
            return Role(f"(Zero):${param.name}", f"what is '{param.name}', a '{re.sub(' .unnamed at .*', '', param.type)}'?")
        if canonical not in ELEMENTS and canonical != "size_t":
            return Role(f'(Literal<"{param.type}", "0">):${param.name}',
                        f"what is a '{re.sub(' .unnamed at .*', '', param.type)}'?")
        if role := self._quantity(param, is_list=False):
            return role
        if canonical not in FLOATS:
            # A struct may be a whole attribute: params->padding.top.
            context = identifier(self.struct[-1].name) if self.struct else ""
            if {*ATTR_PAIRS, "pad", "padding"} & set(context.split("_")):
                return self._list_element(param, f"{context}_{name}", c_type)
            if role := self._size(param, name, c_type) or self._list_element(param, name, c_type):
                return role
        kind = "F64Attr" if canonical in FLOATS else "I64Attr"
        if canonical == "_Bool":
            kind = "BoolAttr"
        self.attrs[name] = kind
        c_name = "" if name == param.name else f":${param.name}"
        return Role(f'(Scalar<"{c_type}"> ${name}){c_name}', f"where does '{param.name}' come from?")

    #===-- Roles ------------------------------------------------------------===#

    def _role(self, param):
        fields = self.header.fields(param.type)
        if fields and self.header.canonical(param.type) not in ELEMENTS:
            return self._struct(param, fields)
        if not param.is_pointer:
            return self._scalar(param)
        if self._is_scratch(param):
            tensor = self._tensor_of("input")
            return Role(f'(Scratch<"numBytes(${tensor.name})">):${param.name}',
                        f"how many bytes does '{param.name}' take?")
        if self._element(param) and self._list_attr(param):
            attr = self._list_attr(param)
            self.attrs[attr] = "DenseI64ArrayAttr"
            return Role(f'(Table<"{self.header.canonical(param.pointee)}"> ${attr}):${param.name}',
                        f"is '{param.name}' all of '{attr}'?")
        if self._element(param) and self._is_table(param):
            word = "Strides" if "stride" in param.name.lower() else "Dims"
            element = self.header.canonical(param.pointee)
            return Role(f'({word}<"{element}"> ${self._tensor_of("input").name}):${param.name}',
                        f"is '{param.name}' of this tensor?")
        tensor = self.tensors.get(self._path(param))
        if not tensor and param.is_const and self._element(param):
            if role := self._quantity(param, is_list=True):
                return role
            if TABLE_WORDS & set(identifier(param.name).split("_")):
                element = self.header.canonical(param.pointee)
                return Role(f'(LookupTable<"{element}", 0, 255, "i">):${param.name}',
                            f"which numbers are in '{param.name}'?")
        if not tensor:
            return Role(f'(Literal<"{param.type}", "NULL">):${param.name}',
                        f"what does '{param.name}' point to?")
        c_name = "" if tensor.name == param.name else f":${param.name}"
        if not param.is_const:
            return Role(f"(Out<> ${tensor.name}){c_name}")
        if self._is_weights(tensor):
            layout = {4: self.filter_layout, 2: "OI"}.get(sum(tensor.ranks))
            if layout:
                return Role(f'(Weights<"{layout}"> ${tensor.name}){c_name}',
                            f"is '{layout}' the layout of '{param.name}'?")
        return Role(f"(In<> ${tensor.name}){c_name}")

    def _struct(self, param, fields):
        word = "Struct" if param.is_pointer else "StructValue"
        review = ""
        if param.is_pointer and not param.is_const:
            review = f"does the function change '{param.name}'?"
        self.struct.append(param)
        roles = [self._role(f) for f in fields]
        self.struct.pop()
        return Role(f'({word}<"{re.sub("^const ", "", param.pointee)}">', review, roles,
                    f"):${param.name}")
