"""Guesses what each parameter of a C function is, from its type and name.

A type that leaves no choice (a const pointer is read) is taken as it is; what
only the name says is marked for review.
"""

import dataclasses
import re

from c_header import HeaderError, bare

ELEMENTS = {
    "float": "Dsp_F32", "double": "Dsp_F64", "int8_t": "Dsp_I8", "signed char": "Dsp_I8",
    "char": "Dsp_I8", "int16_t": "Dsp_I16", "short": "Dsp_I16", "int32_t": "Dsp_I32",
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
ATTR_PAIRS = {"stride": "strides", "strides": "strides", "dilation": "dilation",
              "dilations": "dilation"}
WINDOW_WORDS = {"pool", "window", "kernel", "filter"}
PAD_SIDES = {"top": 0, "left": 1, "bottom": 2, "down": 2, "right": 3, "h": 0, "w": 1}
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
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


class Guess:
    """The arguments, results and C call of a kernel's record."""

    def __init__(self, header, function, is_image=False):
        """`is_image`: the covered op works on 2-D activations, whatever names say."""
        self.header = header
        self.is_image = is_image
        self.inputs, self.outputs, self.attrs = [], [], {}
        leaves = list(self._leaves(function.params))
        self.struct = []
        """The struct whose fields are looked at, from the outermost inwards."""
        self._find_tensors(leaves)
        self._find_ranks([identifier(p.name) for p in leaves if not p.is_pointer])
        self.call = [self._role(p) for p in function.params]

    #===-- Tensors ----------------------------------------------------------===#

    def _leaves(self, params):
        for param in params:
            fields = self.header.fields(param.type)
            if fields and self.header.canonical(param.type) not in ELEMENTS:
                yield from self._leaves(fields)
            else:
                yield param

    def _element(self, param):
        return ELEMENTS.get(self.header.canonical(param.pointee)) if param.is_pointer else None

    def _is_table(self, param):
        integer = self.header.canonical(param.pointee) not in FLOATS
        return integer and re.search(r"shape|dims|strides|axes", param.name.lower())

    def _is_scratch(self, param):
        return (param.is_pointer and not param.is_const
                and re.search(SCRATCH_WORDS, param.name.lower()))

    def _find_tensors(self, leaves):
        self.tensors = {}
        for param in leaves:
            element = self._element(param)
            if not element or self._is_table(param) or self._is_scratch(param):
                continue
            tensor = Tensor(identifier(param.name), element)
            self.tensors[param.name] = tensor
            if param.is_const:
                tensor.optional = "bias" in tensor.name
                tensor.ranks = [1] if tensor.optional else []
                self.inputs.append(tensor)
            else:
                self.outputs.append(tensor)
        if not self.outputs:
            raise HeaderError("the function writes nowhere: none of its parameters is a "
                              "pointer to a number without const")

    def _is_weights(self, tensor):
        return re.search(r"weight|filter|kernel", tensor.name) and not tensor.optional

    def _find_ranks(self, names):
        """What the names of the sizes say of the tensors' ranks."""
        letters = {self._dimension(name)[1] for name in names} - {None}
        activations = [t for t in self.inputs if not t.optional and not self._is_weights(t)]
        activations += self.outputs
        rank, layout = (4, "NHWC") if {"H", "W"} <= letters else \
            (2, "") if letters & {"R", "K"} or letters >= {"C"} else (0, "")
        self.layout_is_guessed = self.is_image and not layout
        if self.is_image:
            rank, layout = 4, "NHWC"
        self.letters = layout if layout else "RK" if rank == 2 else ""
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
        if letter == "C" and self.letters == "RK":
            letter = "K"
        if letter and letter in self.letters:
            index = self.letters.index(letter)
            if self._is_weights(tensor) and self.letters == "NHWC":
                index = "OHWI".index({"N": "O", "C": "I"}.get(letter, letter))
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
        for word, known in ATTR_PAIRS.items():
            if word in words:
                attr = known
                index = 1 if words[-1] in ("w", "x", "width") else 0
        if words[0] in ("pad", "padding"):
            attr, index = "padding", PAD_SIDES.get(words[-1], 0)
        if WINDOW_WORDS & set(words) and not self._has_weights():
            attr, index = "pool_size", 1 if words[-1] in ("w", "x", "width") else 0
        if attr is None:
            return None
        self.attrs[attr] = "DenseI64ArrayAttr"
        suffix = "" if c_type == "int32_t" else f', "{c_type}"'
        return Role(f"(Elem<{index}{suffix}> ${attr}):${param.name}",
                    f"is '{param.name}' element {index} of '{attr}'?")

    def _scalar(self, param):
        name, c_type = identifier(param.name), bare(param.type)
        if names := self.header.enumerators(param.type):
            return Role(f'(Literal<"{param.type}", "{names[0]}">):${param.name}',
                        f"which of {', '.join(names[:4])}?")
        canonical = self.header.canonical(param.type)
        if canonical not in ELEMENTS and canonical != "size_t":
            return Role(f'(Literal<"{param.type}", "0">):${param.name}',
                        f"what is a '{param.type}'?")
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
        if self._element(param) and self._is_table(param):
            word = "Strides" if "stride" in param.name.lower() else "Dims"
            element = self.header.canonical(param.pointee)
            return Role(f'({word}<"{element}"> ${self._tensor_of("input").name}):${param.name}',
                        f"is '{param.name}' of this tensor?")
        tensor = self.tensors.get(param.name)
        if not tensor:
            return Role(f'(Literal<"{param.type}", "NULL">):${param.name}',
                        f"what does '{param.name}' point to?")
        c_name = "" if tensor.name == param.name else f":${param.name}"
        if not param.is_const:
            return Role(f"(Out<> ${tensor.name}){c_name}")
        if self._is_weights(tensor):
            layout = {4: "OHWI", 2: "OI"}.get(sum(tensor.ranks))
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
