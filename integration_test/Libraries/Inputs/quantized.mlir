// A kernel of CMSIS-NN for each of its records, on small tensors.
func.func @main(%x: tensor<1x9x8x4xi8> {relay.name = "x"}, %y: tensor<1x9x8x4xi16> {relay.name = "y"}) -> (tensor<1x4x7x6xi8>, tensor<1x5x4x4xi8>, tensor<1x9x8x8xi8>, tensor<1x9x8x6xi16>, tensor<1x18x16x5xi8>, tensor<1x10xi8>, tensor<1x10xi16>, tensor<1x10xi16>, tensor<1x8x5x6xi8>, tensor<1x6x5x4xi8>, tensor<1x5x4x4xi16>) {
  %conv8 = relay.constant "conv8" dense<"0x71202F65144655BA8FCDC95F69820052A24C9FF851CED8C738C17DF2FA01150E027E4E4B331FD77DF7B758A95B1D9E8CF28AA50478F74F6A5221F104C4FFE1C07E8499B2783161B438DFFD811E542AA809C57761B002705935248B3EF998BF0A3A021D5F2FDD25199C9029E319D3BAA7E251E7E1137AE517F11BF2230C2D74A710F1DCBE8EE75399E87773B7822C84CDFF5F982908A25858FC711B677512C8A610B2406DBF0D8DAFE1627824151290E07BE9B7BE368A786011F8430CFAD3F2408F8738DF4D8868A0EB779C283AEE9506EF5F2ED88F17C82F"> : tensor<3x3x4x6xi8>
  %c1 = relay.constant dense<0.05000000074505806> : tensor<f32>
  %c2 = relay.constant dense<-5> : tensor<i32>
  %c3 = relay.constant dense<0> : tensor<i32>
  %conv8_scale = relay.constant "conv8_scale" dense<"0xB80BFE3B2FFA313C3A9A7E3C36B4953CE7A27D3B147A993C"> : tensor<6xf32>
  %r4 = relay.qnn.conv2d %x, %conv8, %c2, %c3, %c1, %conv8_scale {strides = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>, dilation = array<i64: 1, 1>, groups = 1 : i64, channels = 6 : i64, kernel_size = array<i64: 3, 3>, data_layout = "NHWC", kernel_layout = "HWIO", out_dtype = "int32"} : (tensor<1x9x8x4xi8>, tensor<3x3x4x6xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<6xf32>) -> tensor<1x9x8x6xi32>
  %conv8_bias = relay.constant "conv8_bias" dense<"0x7DFBFFFF67F4FFFFC8010000ED050000B205000047070000"> : tensor<6xi32>
  %r5 = relay.nn.bias_add %r4, %conv8_bias {axis = 3} : (tensor<1x9x8x6xi32>, tensor<6xi32>) -> tensor<1x9x8x6xi32>
  %conv8_sum_scale = relay.constant "conv8_sum_scale" dense<"0x933CCB39BF610E3A95AE4B3ABD866F3AB9E84A392090753A"> : tensor<6xf32>
  %c6 = relay.constant dense<0.4000000059604645> : tensor<f32>
  %c7 = relay.constant dense<9> : tensor<i32>
  %r8 = relay.qnn.requantize %r5, %conv8_sum_scale, %c3, %c6, %c7 {axis = 3, rounding = "UPWARD", compute_dtype = "int64", out_dtype = "int8"} : (tensor<1x9x8x6xi32>, tensor<6xf32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x9x8x6xi8>
  %r9 = relay.clip %r8 {a_min = -100.0, a_max = 90.0} : (tensor<1x9x8x6xi8>) -> tensor<1x9x8x6xi8>
  %point8 = relay.constant "point8" dense<"0x25A359EB595078845D21FC4B7303973ABBBAB2B369DD9CAE"> : tensor<1x1x4x6xi8>
  %c10 = relay.constant dense<0.05000000074505806> : tensor<f32>
  %c11 = relay.constant dense<-5> : tensor<i32>
  %c12 = relay.constant dense<0> : tensor<i32>
  %c13 = relay.constant dense<0.0078125> : tensor<f32>
  %r14 = relay.qnn.conv2d %x, %point8, %c11, %c12, %c10, %c13 {strides = array<i64: 1, 1>, padding = array<i64: 0, 0, 0, 0>, dilation = array<i64: 1, 1>, groups = 1 : i64, channels = 6 : i64, kernel_size = array<i64: 1, 1>, data_layout = "NHWC", kernel_layout = "HWIO", out_dtype = "int32"} : (tensor<1x9x8x4xi8>, tensor<1x1x4x6xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x9x8x6xi32>
  %point8_bias = relay.constant "point8_bias" dense<"0x88FDFFFF64FCFFFF8CFBFFFF800A000097080000B7010000"> : tensor<6xi32>
  %r15 = relay.nn.bias_add %r14, %point8_bias {axis = 3} : (tensor<1x9x8x6xi32>, tensor<6xi32>) -> tensor<1x9x8x6xi32>
  %c16 = relay.constant dense<0.0003906250058207661> : tensor<f32>
  %c17 = relay.constant dense<0.4000000059604645> : tensor<f32>
  %c18 = relay.constant dense<9> : tensor<i32>
  %r19 = relay.qnn.requantize %r15, %c16, %c12, %c17, %c18 {axis = -1, rounding = "UPWARD", compute_dtype = "int64", out_dtype = "int8"} : (tensor<1x9x8x6xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x9x8x6xi8>
  %group8 = relay.constant "group8" dense<"0x7CD7A4C69773B8F2B47BA90473056665443E141554ED7260E0E9376C9992C0EEAA050B733FC1494E2E2DD037A3216B78CDD51EE63BB4AC8DF8B7CD6A5057189D3F1A68FBAD18F529"> : tensor<6x2x3x2xi8>
  %c20 = relay.constant dense<0.05000000074505806> : tensor<f32>
  %c21 = relay.constant dense<-5> : tensor<i32>
  %c22 = relay.constant dense<0> : tensor<i32>
  %group8_scale = relay.constant "group8_scale" dense<"0x16B1DF3B08D39D3CEC65213CC7E8533C9B20563C8E41933B"> : tensor<6xf32>
  %r23 = relay.qnn.conv2d %x, %group8, %c21, %c22, %c20, %group8_scale {strides = array<i64: 2, 1>, padding = array<i64: 1, 0, 0, 0>, dilation = array<i64: 1, 1>, groups = 2 : i64, channels = 6 : i64, kernel_size = array<i64: 3, 2>, data_layout = "NHWC", kernel_layout = "OIHW", out_dtype = "int32"} : (tensor<1x9x8x4xi8>, tensor<6x2x3x2xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<6xf32>) -> tensor<1x4x7x6xi32>
  %group8_bias = relay.constant "group8_bias" dense<"0x81050000BBF5FFFF29040000EDFDFFFF5BF4FFFF30060000"> : tensor<6xi32>
  %r24 = relay.nn.bias_add %r23, %group8_bias {axis = 3} : (tensor<1x4x7x6xi32>, tensor<6xi32>) -> tensor<1x4x7x6xi32>
  %group8_sum_scale = relay.constant "group8_sum_scale" dense<"0x12F4B239DA847C3A571E013A0687293A494D2B3A179C6B39"> : tensor<6xf32>
  %c25 = relay.constant dense<0.4000000059604645> : tensor<f32>
  %c26 = relay.constant dense<9> : tensor<i32>
  %r27 = relay.qnn.requantize %r24, %group8_sum_scale, %c22, %c25, %c26 {axis = 3, rounding = "UPWARD", compute_dtype = "int64", out_dtype = "int8"} : (tensor<1x4x7x6xi32>, tensor<6xf32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x7x6xi8>
  %depth8 = relay.constant "depth8" dense<"0x3350653B579D6B69314D3E606306516ACC8CAC88EF86C3C135C073B07811BF8ACE179CAB"> : tensor<3x3x4x1xi8>
  %c28 = relay.constant dense<0.05000000074505806> : tensor<f32>
  %c29 = relay.constant dense<-5> : tensor<i32>
  %c30 = relay.constant dense<0> : tensor<i32>
  %depth8_scale = relay.constant "depth8_scale" dense<"0x4467633CB18EB73A6420E23B323E9A3C"> : tensor<4xf32>
  %r31 = relay.qnn.conv2d %x, %depth8, %c29, %c30, %c28, %depth8_scale {strides = array<i64: 2, 2>, padding = array<i64: 1, 1, 1, 1>, dilation = array<i64: 1, 1>, groups = 4 : i64, channels = 4 : i64, kernel_size = array<i64: 3, 3>, data_layout = "NHWC", kernel_layout = "HWOI", out_dtype = "int32"} : (tensor<1x9x8x4xi8>, tensor<3x3x4x1xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<4xf32>) -> tensor<1x5x4x4xi32>
  %depth8_bias = relay.constant "depth8_bias" dense<"0x61080000E6000000590300004D070000"> : tensor<4xi32>
  %r32 = relay.nn.bias_add %r31, %depth8_bias {axis = 3} : (tensor<1x5x4x4xi32>, tensor<4xi32>) -> tensor<1x5x4x4xi32>
  %depth8_sum_scale = relay.constant "depth8_sum_scale" dense<"0x37EC353A8ED89238B7E6B439EAC9763A"> : tensor<4xf32>
  %c33 = relay.constant dense<0.4000000059604645> : tensor<f32>
  %c34 = relay.constant dense<9> : tensor<i32>
  %r35 = relay.qnn.requantize %r32, %depth8_sum_scale, %c30, %c33, %c34 {axis = 3, rounding = "UPWARD", compute_dtype = "int64", out_dtype = "int8"} : (tensor<1x5x4x4xi32>, tensor<4xf32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x5x4x4xi8>
  %multi8 = relay.constant "multi8" dense<"0xF028B81CBDB14313E18BBD4DF875665A858D14D757D2A89DCD20A14CCED02A5DF04CCEA15444406200B31613E323C41C4B99F4298E2269532F4DDDD49639D15EF764A4AAD987FE2629B7AA10227165E1"> : tensor<8x1x5x2xi8>
  %c36 = relay.constant dense<0.05000000074505806> : tensor<f32>
  %c37 = relay.constant dense<-5> : tensor<i32>
  %c38 = relay.constant dense<0> : tensor<i32>
  %multi8_scale = relay.constant "multi8_scale" dense<"0xB724BE3B677E1E3C3DFB5C3C3E6C3F3BC8DB063C220B683BD2995E3C4177893C"> : tensor<8xf32>
  %r39 = relay.qnn.conv2d %x, %multi8, %c37, %c38, %c36, %multi8_scale {strides = array<i64: 1, 1>, padding = array<i64: 2, 1, 2, 0>, dilation = array<i64: 1, 1>, groups = 4 : i64, channels = 8 : i64, kernel_size = array<i64: 5, 2>, data_layout = "NHWC", kernel_layout = "OIHW", out_dtype = "int32"} : (tensor<1x9x8x4xi8>, tensor<8x1x5x2xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<8xf32>) -> tensor<1x9x8x8xi32>
  %multi8_sum_scale = relay.constant "multi8_sum_scale" dense<"0x5F1D98390B97FD39FEC8303A652319390DC6D73982A23939A814323A02F25B3A"> : tensor<8xf32>
  %c40 = relay.constant dense<0.4000000059604645> : tensor<f32>
  %c41 = relay.constant dense<9> : tensor<i32>
  %r42 = relay.qnn.requantize %r39, %multi8_sum_scale, %c38, %c40, %c41 {axis = 3, rounding = "UPWARD", compute_dtype = "int64", out_dtype = "int8"} : (tensor<1x9x8x8xi32>, tensor<8xf32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x9x8x8xi8>
  %conv16 = relay.constant "conv16" dense<"0x06E1CFDF2A0ACCB736C0B6D55AF51895D840461460CDAA94B34367A200A258A224953D683BC557CF4155FC1F5BB086EFAF625EE0CF36F499293A92470953592CD6DF3991BB05714250B1C8C44009B63F23650FA163AF8F4CF325A238E87F23704B5797471AE5D024B3B05F421742D338B5F2A6E1D7ECFA89D858EF0B9BE3780C863945E28954C16BDDE34BA488426D7EA1A6D7366953E06BC2A0EF982E7C9C9EAEAE091373F26D405AB1F46A40B85845A692C2F9A8899DD1E4D0F338C0F53A8F707ECA63C16A29BF90E53EBA04A0ED897C0157A0ABAD125C"> : tensor<3x3x4x6xi8>
  %c43 = relay.constant dense<0.00019999999494757503> : tensor<f32>
  %c44 = relay.constant dense<0> : tensor<i32>
  %c45 = relay.constant dense<0> : tensor<i32>
  %conv16_scale = relay.constant "conv16_scale" dense<"0x7820273CED23933B00E9603C194BC63BDE6A343CA4EED03B"> : tensor<6xf32>
  %r46 = relay.qnn.conv2d %y, %conv16, %c44, %c45, %c43, %conv16_scale {strides = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>, dilation = array<i64: 1, 1>, groups = 1 : i64, channels = 6 : i64, kernel_size = array<i64: 3, 3>, data_layout = "NHWC", kernel_layout = "HWIO", out_dtype = "int64"} : (tensor<1x9x8x4xi16>, tensor<3x3x4x6xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<6xf32>) -> tensor<1x9x8x6xi64>
  %conv16_bias = relay.constant "conv16_bias" dense<"0x98070000000000006000000000000000CE0400000000000003030000000000008CFFFFFFFFFFFFFFD900000000000000"> : tensor<6xi64>
  %r47 = relay.nn.bias_add %r46, %conv16_bias {axis = 3} : (tensor<1x9x8x6xi64>, tensor<6xi64>) -> tensor<1x9x8x6xi64>
  %conv16_sum_scale = relay.constant "conv16_sum_scale" dense<"0x09E9083621137135143F38362171A23548CC13364128AB35"> : tensor<6xf32>
  %c48 = relay.constant dense<0.0007999999797903001> : tensor<f32>
  %c49 = relay.constant dense<0> : tensor<i32>
  %r50 = relay.qnn.requantize %r47, %conv16_sum_scale, %c45, %c48, %c49 {axis = 3, rounding = "UPWARD", compute_dtype = "int64", out_dtype = "int16"} : (tensor<1x9x8x6xi64>, tensor<6xf32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x9x8x6xi16>
  %depth16 = relay.constant "depth16" dense<"0x7EE5714AAF5FE2AEC1A3D79D0B7A7671BFBB2D7853B53C02F1FF0C6A4B8B43D1D7197B91"> : tensor<3x3x4x1xi8>
  %c51 = relay.constant dense<0.00019999999494757503> : tensor<f32>
  %c52 = relay.constant dense<0> : tensor<i32>
  %c53 = relay.constant dense<0> : tensor<i32>
  %depth16_scale = relay.constant "depth16_scale" dense<"0xE10AB43B0928213CAF4B913C85447D3C"> : tensor<4xf32>
  %r54 = relay.qnn.conv2d %y, %depth16, %c52, %c53, %c51, %depth16_scale {strides = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>, dilation = array<i64: 1, 1>, groups = 4 : i64, channels = 4 : i64, kernel_size = array<i64: 3, 3>, data_layout = "NHWC", kernel_layout = "HWOI", out_dtype = "int64"} : (tensor<1x9x8x4xi16>, tensor<3x3x4x1xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<4xf32>) -> tensor<1x9x8x4xi64>
  %depth16_bias = relay.constant "depth16_bias" dense<"0xCE06000000000000B5070000000000006D0B0000000000001E06000000000000"> : tensor<4xi64>
  %r55 = relay.nn.bias_add %r54, %depth16_bias {axis = 3} : (tensor<1x9x8x4xi64>, tensor<4xi64>) -> tensor<1x9x8x4xi64>
  %depth16_sum_scale = relay.constant "depth16_sum_scale" dense<"0xA67D9335F1040436680D6E36137A4F36"> : tensor<4xf32>
  %c56 = relay.constant dense<0.0007999999797903001> : tensor<f32>
  %c57 = relay.constant dense<0> : tensor<i32>
  %r58 = relay.qnn.requantize %r55, %depth16_sum_scale, %c53, %c56, %c57 {axis = 3, rounding = "UPWARD", compute_dtype = "int64", out_dtype = "int16"} : (tensor<1x9x8x4xi64>, tensor<4xf32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x9x8x4xi16>
  %r59 = relay.clip %r58 {a_min = 0.0, a_max = 20000.0} : (tensor<1x9x8x4xi16>) -> tensor<1x9x8x4xi16>
  %up8 = relay.constant "up8" dense<"0x5535CC59332E793CD7CDD4AB954148ABE56B561978D5586F18A8CB04C898AC77E213F04D9AC8164DF6344D255173B8EFBAEA8131BD5538D6F42BEBB68C0D0845A2913C3A4C84287543F8FAE98F380A06"> : tensor<4x5x2x2xi8>
  %c60 = relay.constant dense<0.05000000074505806> : tensor<f32>
  %c61 = relay.constant dense<-5> : tensor<i32>
  %c62 = relay.constant dense<0> : tensor<i32>
  %c63 = relay.constant dense<0.0078125> : tensor<f32>
  %r64 = relay.qnn.conv2d_transpose %x, %up8, %c61, %c62, %c60, %c63 {strides = array<i64: 2, 2>, padding = array<i64: 0, 0, 0, 0>, channels = 5 : i64, kernel_size = array<i64: 2, 2>, data_layout = "NHWC", kernel_layout = "IOHW", out_dtype = "int32"} : (tensor<1x9x8x4xi8>, tensor<4x5x2x2xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x18x16x5xi32>
  %up8_bias = relay.constant "up8_bias" dense<"0x220A000069050000C20A000044F6FFFF960A0000"> : tensor<5xi32>
  %r65 = relay.nn.bias_add %r64, %up8_bias {axis = 3} : (tensor<1x18x16x5xi32>, tensor<5xi32>) -> tensor<1x18x16x5xi32>
  %c66 = relay.constant dense<0.0003906250058207661> : tensor<f32>
  %c67 = relay.constant dense<0.4000000059604645> : tensor<f32>
  %c68 = relay.constant dense<9> : tensor<i32>
  %r69 = relay.qnn.requantize %r65, %c66, %c62, %c67, %c68 {axis = -1, rounding = "UPWARD", compute_dtype = "int64", out_dtype = "int8"} : (tensor<1x18x16x5xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x18x16x5xi8>
  %c70 = relay.constant dense<0.05000000074505806> : tensor<f32>
  %c71 = relay.constant dense<9> : tensor<i32>
  %c72 = relay.constant dense<0.03999999910593033> : tensor<f32>
  %c73 = relay.constant dense<9> : tensor<i32>
  %c74 = relay.constant dense<0.07000000029802322> : tensor<f32>
  %c75 = relay.constant dense<-3> : tensor<i32>
  %r76 = relay.qnn.add %r9, %r19, %c70, %c71, %c72, %c73, %c74, %c75 : (tensor<1x9x8x6xi8>, tensor<1x9x8x6xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x9x8x6xi8>
  %c77 = relay.constant dense<0.05000000074505806> : tensor<f32>
  %c78 = relay.constant dense<9> : tensor<i32>
  %c79 = relay.constant dense<0.03999999910593033> : tensor<f32>
  %c80 = relay.constant dense<9> : tensor<i32>
  %c81 = relay.constant dense<0.30000001192092896> : tensor<f32>
  %c82 = relay.constant dense<-3> : tensor<i32>
  %r83 = relay.qnn.mul %r76, %r19, %c77, %c78, %c79, %c80, %c81, %c82 : (tensor<1x9x8x6xi8>, tensor<1x9x8x6xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x9x8x6xi8>
  %r84 = relay.clip %r83 {a_min = -90.0, a_max = 100.0} : (tensor<1x9x8x6xi8>) -> tensor<1x9x8x6xi8>
  %c85 = relay.constant dense<0.00019999999494757503> : tensor<f32>
  %c86 = relay.constant dense<0> : tensor<i32>
  %c87 = relay.constant dense<0.0007999999797903001> : tensor<f32>
  %c88 = relay.constant dense<0> : tensor<i32>
  %c89 = relay.constant dense<0.0010999999940395355> : tensor<f32>
  %c90 = relay.constant dense<0> : tensor<i32>
  %r91 = relay.qnn.add %y, %r59, %c85, %c86, %c87, %c88, %c89, %c90 : (tensor<1x9x8x4xi16>, tensor<1x9x8x4xi16>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x9x8x4xi16>
  %c92 = relay.constant dense<0.00019999999494757503> : tensor<f32>
  %c93 = relay.constant dense<0> : tensor<i32>
  %c94 = relay.constant dense<0.0007999999797903001> : tensor<f32>
  %c95 = relay.constant dense<0> : tensor<i32>
  %c96 = relay.constant dense<0.0010999999940395355> : tensor<f32>
  %c97 = relay.constant dense<0> : tensor<i32>
  %r98 = relay.qnn.mul %r91, %r59, %c92, %c93, %c94, %c95, %c96, %c97 : (tensor<1x9x8x4xi16>, tensor<1x9x8x4xi16>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x9x8x4xi16>
  %r99 = relay.nn.max_pool2d %r84 {pool_size = array<i64: 3, 2>, strides = array<i64: 2, 2>, padding = array<i64: 1, 0, 1, 0>, layout = "NHWC"} : (tensor<1x9x8x6xi8>) -> tensor<1x5x4x6xi8>
  %r100 = relay.nn.max_pool2d %r98 {pool_size = array<i64: 3, 2>, strides = array<i64: 2, 2>, padding = array<i64: 1, 0, 1, 0>, layout = "NHWC"} : (tensor<1x9x8x4xi16>) -> tensor<1x5x4x4xi16>
  %r101 = relay.cast %r84 {dtype = "int32"} : (tensor<1x9x8x6xi8>) -> tensor<1x9x8x6xi32>
  %r102 = relay.nn.avg_pool2d %r101 {pool_size = array<i64: 3, 2>, strides = array<i64: 2, 2>, padding = array<i64: 1, 0, 1, 0>, layout = "NHWC"} : (tensor<1x9x8x6xi32>) -> tensor<1x5x4x6xi32>
  %r103 = relay.cast %r102 {dtype = "int8"} : (tensor<1x5x4x6xi32>) -> tensor<1x5x4x6xi8>
  %r104 = relay.cast %r98 {dtype = "int32"} : (tensor<1x9x8x4xi16>) -> tensor<1x9x8x4xi32>
  %r105 = relay.nn.avg_pool2d %r104 {pool_size = array<i64: 3, 2>, strides = array<i64: 2, 2>, padding = array<i64: 1, 0, 1, 0>, layout = "NHWC"} : (tensor<1x9x8x4xi32>) -> tensor<1x5x4x4xi32>
  %r106 = relay.cast %r105 {dtype = "int16"} : (tensor<1x5x4x4xi32>) -> tensor<1x5x4x4xi16>
  %r107 = relay.reshape %r99 {newshape = array<i64: 1, 120>} : (tensor<1x5x4x6xi8>) -> tensor<1x120xi8>
  %dense8 = relay.constant "dense8" dense<"0x10E70F8A6E218B69F49F21920D43934A18D3B983B2C96103B33EF455406E359C0EED4EA8F7531F8A51DE2D2724EBE89A0FCBE6AB3E6CE2EDF79341610190D7A9534DE2E058974976F34136658934E45C5CC914FE0F552A412DC015E1EC9DAFD8CB23CBC0EE117F03DAD3F36DDFBF154672C8635BE1D6C5D162D0FE6F2FA293B95DBAD00AFF94B37EECC754F754A9F94F442DF553E0290CCDB408D104354D45038FAF3B1851FEF2BF90A52F14BFDD25E2E1C52364C2CBFAB1066221AAB49476D9CA5CCFBCC2E69224EC7845E3354EB2A9A38CD24B44E1FD446CC828181F4D44E5408ED8B8C266F093FD92A5E2F1BC24FFA352A4DCAD71C95E76B88784AFE7AB75F95984A2F5AAAA87C5434B02AFF31EA6E852EBF9512CAA1C6CB764162BD58D872A7B1ADC4572B79B748C62A59EC7D1D5895A542E6A707DE01D432A4A2DE312B373651C44D6E203C485E539C33119EC3A5A734198D60794EBA20EAFC6CE79F30E6D84C7ED66392EE15AB0E7DB81984971BF94A58F4C8D304BB7BBC5427041C53734ECA2D150049E6A04D989120DA7580196B2C64043521C68D01521DEF4345C6CCB37427023B43DACE1FD39AB33A5E3A087D4761036BBB5673BFDC85CF88E5CEBF3E2CA1ACE029455B81BC6B0AD35914CF7F4B7DC3D646C1FC694120D020794E5A05B6253F94D4ED9915818F35D735E8482FD06BCDF11424293E2C4CA50EEF87AF4407779D2E78B3FE584A8AE959211BC741214062648D31D122F404317934D770DF1B3F61546FEAFAB091E625114A3530B573CD1E7EAC545DF320BE930AD0FA69C54512D6C1B9AE2C038AD1A59AF69348C09D533B2FEF8006C719249ACA9FD7906163FFAF032A461DB177B4340509EF14FC3D06048C084FC5F0CAAFCF51B29BF02FEAB00A4B2C9788E5BB872A21CF7BADBE8163CC8E289C3D54E4145C2B7E8EE415DE8B763096BE4D0903CFFC1F2A478F0CD1A4B6F2EA6EB3653FA5AA2D879B332B6A1A9677B9B359851D58C706B89E46BDA1C5E92FE116CF55610EF3C582E1E7F1AA86B50DFE92A483464927DFDC4B8F4CD71FF722CE0E77028E83FE0B84196F9E9F3B7E3A0EF3CA4A79055418C10F82CE04D02BB01BC01C7EFCE064230E000D3D02348B0C29C7D32A941CFCCFD2328893EE86A146FC12AD95B1C401743A8BB35AF950F78D0B439C146B4B17D19CAF31B8C7DFB734A8B4D05611AC834C9D617D46F82E389380DA6943FB457D50C920288B96D7AEF68B51635648318BFE3752765B1236D985FD2EC8856B87D879CA12E22B59AC3A83767EED606D5AF97274B052D9E0C2C1E879A7CC3BC153B733E516A241B05B584A064CF92A4A1E0314E507549C4F426AE308ABA5AD27A57BF6B5D7BE768D0DB01DD8338F151B3BA3633011A5E61657ED14CC85E70F1019F99B38CE67D35143A8E28039E012AF06C73DD72BEA026A7D2E830556420763B5F139FB6EA51EA84EF337DB2D0F9FD79E60AC18FE5EEAD29D58F09C13A85450A3BE261017FCC5B286DAD0368BF7577FE3AF7285C3DCA144D15CA403822D6101AB76D188EC54E310BFFE171DA549209C2EC1F9299142B9076F07BA363254E4FAEAB78EFB4215EC660911FE0051BB48D0574CB0FA1D8A19D4D676C3BA56D84C5C43EA377B15C15C0EC9EEE31B5762ADECA46E671F7336773BFEF38E9CF1F65F7E54301D0601C"> : tensor<10x120xi8>
  %c108 = relay.constant dense<0.05000000074505806> : tensor<f32>
  %c109 = relay.constant dense<-5> : tensor<i32>
  %c110 = relay.constant dense<0> : tensor<i32>
  %c111 = relay.constant dense<0.0078125> : tensor<f32>
  %r112 = relay.qnn.dense %r107, %dense8, %c109, %c110, %c108, %c111 {units = 10 : i64, out_dtype = "int32"} : (tensor<1x120xi8>, tensor<10x120xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x10xi32>
  %dense8_bias = relay.constant "dense8_bias" dense<"0x0C040000570700007EF6FFFF3A0800007DF7FFFF8CF4FFFF800B0000CEFAFFFFF6F4FFFFBD040000"> : tensor<10xi32>
  %r113 = relay.nn.bias_add %r112, %dense8_bias {axis = -1} : (tensor<1x10xi32>, tensor<10xi32>) -> tensor<1x10xi32>
  %c114 = relay.constant dense<0.0003906250058207661> : tensor<f32>
  %c115 = relay.constant dense<0.4000000059604645> : tensor<f32>
  %c116 = relay.constant dense<9> : tensor<i32>
  %r117 = relay.qnn.requantize %r113, %c114, %c110, %c115, %c116 {axis = -1, rounding = "UPWARD", compute_dtype = "int64", out_dtype = "int8"} : (tensor<1x10xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x10xi8>
  %denses8 = relay.constant "denses8" dense<"0xCDEB7512842DAAD3B76A970AF90D189BD2119C4F4F074EEE10F7A4AD0B9421D3EE655DF8E450033C9E3610B644093B54C24F7D043845ED4EEA62470AAD542412387E04E35F26F8AFF76FC9756B58D14B3265E91E6F69729A88997EEB1BEB9369FFCE8D9E0C44B008DE27CE621AAD52256F6CD43112EF8250DF9275E79FF05E4027CCCBC3474ECACD657996C29FDC4016F3B5A6420386CC2E0D3A3E9D5B19907418BD7B89F68B454699CB5FC3150B633E49975EF48F993763B3CBC464D32617E921B56E6A84FCB2F3DD6051CA0DE40367428E2845CA3D9798F6EA6153190B8EB1F1EDE30015E4169C7305D7F2E9C91D6363AB3541F930509BFC897607C991A1C8547BCCD7599A1C19025597C949CE91F5774A60C9CEA8A1C8622DFBF9A0FE0044BF5DE890241B6A0D4DBEAA25FA4BFE4C7D77977803E06AACE655C36F0E03D2A16D819694B53C96A63689CB5466FF64636FC0C22981C4E36376D8430B90E634346A2177F4371E5D6E5774DC7E9ADE3A1EA32EE24B7EB40F880657724AC9E07F4A69BFDD53D441A1906ACEB0C18342638519DD2C333B8C8B72980200E18DAB019D3C5C28541E318C0CBDB06553A07C081F8D627044AC07E9E40C3738BE70F03C5ED95B94CD354178EC85F2469EADEAF6F0061D1DE97DFD302AE52437FBF819EA42DE99FE67C8D0BE6DA6F1F110CB4356F0599FD8621EAC6760DCB00E16F23626497540A482774E2AC14B9C22E15E2ED44A35C1C4E302C72E06B434906D4A984FD52ABDD284281796C7294C13AA1EB9F2FBBA503A9CF79E3FE3DDBF97A30B3A1FBA6C2763828F9045DEC31832F3E1E3D3E1FDD40826328323D12D76E29D2DD5D91E1B87F6E1102085900057B99EE3C5936D284B6422DB819BD11F29A1C364CBA0BFDDFFFF9C9FB5D277C7DB36D77CFDDD454A29A4CC14DFEFC9CAFC52DE3F7BA36CCB9951827EB51CC05F357B4A3D7125B7B928DF42208A6D79CDC9E54F86AE32EBF2704C9DBCC329EE2CBAF7DEB1B5E72D3E46B11497A2F733BCAC4D195197724E579B260AB06A52543AAE3FF632185405CC292CCB042AD7ACD455A8E5FE4BDF7EECF65AF32EDA2E197BE6B8A402009883E589734A964742395D3502394C15F113DBE8013FB2EFCFA8CECD7DE3D6E5BB6970E5A48577545A162544EE53B3F29C469B01DA7EE8A56C0D09227D8738F4A6680E6AA92D8A7C7162D732B1579A3C27CCF6FA838E3730C2F2482EFD5D0982F5BE2D9B7D1B4CF692F0FFEBBCB59BFFB220C0EF75063E2E5A8F33BDD167E404F19CCBA7EC814509947DC7D9FB092D0825D0395A9B9FAFD5CF47C86341707E932F5E89AACCB54DA26CDC18E9D95DDB7A22DC5DC7D763B1628183A41D5A5820247D72920FDEA34B0B2904925EE7B823CE3003F49AB05D770DF7AE372609C59578BD27912FB133B4FFEA03D3D7DD2351DE86B29B214EB709FAF062C5200B60B96F5BF35326D35A87A4634BCD7C28BE5B7D4C205C4EFD425789F66FC41DFB16D623443D55C1A40BAA21E238F710742171BE77B73B8C2D61C5A9E09281ED55E7C7BA95E5D1F3D317398482C7BB9765975A9121E20F06B99A603A421E0359AA1BB827E1EDD5199045E87BF3A0CAF6E2C4D53BE1A81E3DFF39B3A54B4A03FCF5B936E240F159594FC52B413861A92833DCC111C2169FE5E63C86DD28FF3F5E46D6A19724A1"> : tensor<10x120xi8>
  %c118 = relay.constant dense<0.05000000074505806> : tensor<f32>
  %c119 = relay.constant dense<-5> : tensor<i32>
  %c120 = relay.constant dense<0> : tensor<i32>
  %denses8_scale = relay.constant "denses8_scale" dense<"0x4FA6DC3A6728993BAB7BC73BAD32203CE8F48B3BF621383CDCE8F63B38515C3C80C8353C9B06663C"> : tensor<10xf32>
  %r121 = relay.qnn.dense %r107, %denses8, %c119, %c120, %c118, %denses8_scale {units = 10 : i64, out_dtype = "int32"} : (tensor<1x120xi8>, tensor<10x120xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<10xf32>) -> tensor<1x10xi32>
  %denses8_bias = relay.constant "denses8_bias" dense<"0xED070000F70600000EFAFFFF36010000DA040000C4FCFFFF7F05000059FDFFFF33050000EEFEFFFF"> : tensor<10xi32>
  %r122 = relay.nn.bias_add %r121, %denses8_bias {axis = 1} : (tensor<1x10xi32>, tensor<10xi32>) -> tensor<1x10xi32>
  %denses8_sum_scale = relay.constant "denses8_sum_scale" dense<"0x0C85B038720D753923969F398B28003A40EE5F395F4E133A1787C539FA40303A336D113A4905383A"> : tensor<10xf32>
  %c123 = relay.constant dense<0.4000000059604645> : tensor<f32>
  %c124 = relay.constant dense<9> : tensor<i32>
  %r125 = relay.qnn.requantize %r122, %denses8_sum_scale, %c120, %c123, %c124 {axis = 1, rounding = "UPWARD", compute_dtype = "int64", out_dtype = "int8"} : (tensor<1x10xi32>, tensor<10xf32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x10xi8>
  %r126 = relay.clip %r125 {a_min = -128.0, a_max = 100.0} : (tensor<1x10xi8>) -> tensor<1x10xi8>
  %r127 = relay.reshape %r100 {newshape = array<i64: 1, 80>} : (tensor<1x5x4x4xi16>) -> tensor<1x80xi16>
  %dense16 = relay.constant "dense16" dense<"0x929972231445C6DEEF2804C605E0C0B1C40ADDEC4832F0138AE9F4CCB43D847A7A20CBCB0A2BDCF18E6266C36F59B0A8EB31E03BAB6D29C048E942342D9F8533BB92046F34CDE333F30F578F8764C552CA597E6BBB048DC5EB8A26B2A827577FB3473450AAFB6113B4813B925628C2B798D716CF0021FBC04838F7AFFFDCFDA0F48DE833AAA1CC68C471C08F489F9E09B51B0737D0C8BE40E05A014B2C3178F45A53EE32F42AEBFEBD2373DB9235B5322972179FC8C66F5CE96019D19869643F9B0FE52F620971B2675F5473BCB28942F4CB91C4759383C1D3B3B40B847B00DE94B266D630AADFD457E64C6CD4B6596D6DA21F9EDAE8663B7155D95D97B45E8E2A64BC321133CF9E6B9BD881B3278CB8D8D57DB0B842F5FF78B58261CCD2522099646D8355ADA54418F00EB431DBCF0FE291BE7ACBE5AD8E67186354DCFB3147FE8AC8D0DA1777A6D8C514507202CCB84F8C9E903B5A4EC65682791936997AE4C75905A2B7DD9602F02638A34752854271E5C00DCBB6551A65373C49D5A2F7785539DCB64EF148B6F84C658CE3C54047243FD58F08861B1B09589DE87DC277818AB7712508A0A15B5290EF0C368353070ADC8D6E525431FD699CC5F349D65FD1DBD2E950D6FD820EBCFED5E19CF6441CED58111DC92FDCB24114F8361942EC7F0FF8657FC5BC0593302D97C576AF002EBFD742ED509021D76AF1975607903E156A3424B91AACE3EF12B60ED3677D53BC3C7B6C5F91A745CFF7FC403ECC4AF81553C98928CBC3FD605A3BC571528ABF9FCE2D0EA6271861D06128C0D33F3122E7E30F46C165B3FBCF6AADA12FAB7D4361CE3F16EDFF85A6A041C53E36A6D3C39E4DDF69585E3D00EDDE20F25BADDEFFC8BB10AA48E240914AF85A324D279C79E4620222AF654AF2EB4CABC9A407DF7A64194402ED49DDD0A5544B8557BD63AEA9C26F7229871ECD3B136034D146BEE2BDB9E75AF2A0409110BC67FEEA71F53AF010FF05F031FA203AD6AC9819B4DC48F622A64C188CF866F9E2886DBA18ED0C9F51AA20C22D99A9671B50DB439437A225FB22C39B44F6A0EB84617FE7D0210242B6E1B672E7244A1E8A7C56CF7D640FEFDCC2BCA0AF7AD3B75A1881C149C72B14"> : tensor<10x80xi8>
  %c128 = relay.constant dense<0.00019999999494757503> : tensor<f32>
  %c129 = relay.constant dense<0> : tensor<i32>
  %c130 = relay.constant dense<0> : tensor<i32>
  %c131 = relay.constant dense<0.0078125> : tensor<f32>
  %r132 = relay.qnn.dense %r127, %dense16, %c129, %c130, %c128, %c131 {units = 10 : i64, out_dtype = "int64"} : (tensor<1x80xi16>, tensor<10x80xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x10xi64>
  %dense16_bias = relay.constant "dense16_bias" dense<"0xBAF4FFFFFFFFFFFF45F7FFFFFFFFFFFFE9F5FFFFFFFFFFFF8F0700000000000082050000000000004EF7FFFFFFFFFFFF0F04000000000000FDF7FFFFFFFFFFFFA0FBFFFFFFFFFFFF6004000000000000"> : tensor<10xi64>
  %r133 = relay.nn.bias_add %r132, %dense16_bias {axis = -1} : (tensor<1x10xi64>, tensor<10xi64>) -> tensor<1x10xi64>
  %c134 = relay.constant dense<1.56249996052793e-06> : tensor<f32>
  %c135 = relay.constant dense<0.0007999999797903001> : tensor<f32>
  %c136 = relay.constant dense<0> : tensor<i32>
  %r137 = relay.qnn.requantize %r133, %c134, %c130, %c135, %c136 {axis = -1, rounding = "UPWARD", compute_dtype = "int64", out_dtype = "int16"} : (tensor<1x10xi64>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x10xi16>
  %c138 = relay.constant dense<0.15000000596046448> : tensor<f32>
  %c139 = relay.constant dense<9> : tensor<i32>
  %r140 = relay.qnn.dequantize %r117, %c138, %c139 {out_dtype = "float32"} : (tensor<1x10xi8>, tensor<f32>, tensor<i32>) -> tensor<1x10xf32>
  %r141 = relay.nn.softmax %r140 {axis = -1} : (tensor<1x10xf32>) -> tensor<1x10xf32>
  %c142 = relay.constant dense<0.00390625> : tensor<f32>
  %c143 = relay.constant dense<-128> : tensor<i32>
  %r144 = relay.qnn.quantize %r141, %c142, %c143 {out_dtype = "int8"} : (tensor<1x10xf32>, tensor<f32>, tensor<i32>) -> tensor<1x10xi8>
  %c145 = relay.constant dense<0.15000000596046448> : tensor<f32>
  %c146 = relay.constant dense<9> : tensor<i32>
  %r147 = relay.qnn.dequantize %r126, %c145, %c146 {out_dtype = "float32"} : (tensor<1x10xi8>, tensor<f32>, tensor<i32>) -> tensor<1x10xf32>
  %r148 = relay.nn.softmax %r147 {axis = -1} : (tensor<1x10xf32>) -> tensor<1x10xf32>
  %c149 = relay.constant dense<1.52587890625e-05> : tensor<f32>
  %c150 = relay.constant dense<-32768> : tensor<i32>
  %r151 = relay.qnn.quantize %r148, %c149, %c150 {out_dtype = "int16"} : (tensor<1x10xf32>, tensor<f32>, tensor<i32>) -> tensor<1x10xi16>
  %c152 = relay.constant dense<-7> : tensor<i8>
  %r153 = relay.nn.pad %r103, %c152 {pad_width = array<i64: 0, 0, 1, 2, 0, 1, 0, 0>} : (tensor<1x5x4x6xi8>, tensor<i8>) -> tensor<1x8x5x6xi8>
  %r154 = relay.transpose %r99 {axes = array<i64: 0, 3, 1, 2>} : (tensor<1x5x4x6xi8>) -> tensor<1x6x5x4xi8>
  return %r27, %r35, %r42, %r50, %r69, %r144, %r151, %r137, %r153, %r154, %r106 : tensor<1x4x7x6xi8>, tensor<1x5x4x4xi8>, tensor<1x9x8x8xi8>, tensor<1x9x8x6xi16>, tensor<1x18x16x5xi8>, tensor<1x10xi8>, tensor<1x10xi16>, tensor<1x10xi16>, tensor<1x8x5x6xi8>, tensor<1x6x5x4xi8>, tensor<1x5x4x4xi16>
}
