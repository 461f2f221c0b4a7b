import { defineMessages } from "../define.ts";

export const readers = defineMessages({
  "readers.empty_file": { zh: "文件是空的，没有任何记录。", en: "The file is empty: there is no record in it." },
  "readers.damaged_file": {
    zh: "文件已损坏或不完整：{fault, select, encoding {文字编码无法识别，不是 UTF-8、UTF-16、GB18030（GBK）或 Windows-1252} quoting {引号不成对的行太多，无法确定各行的列} archive {压缩包结构不完整} checksum {压缩包中 {part} 的校验和不符} workbook {工作簿中 {part} 无法读取} size {{part} 超出电子表格的行列上限} unreadable {系统无法打开（{part}）} other {}}。请重新导出。",
    en: "The file is damaged or incomplete: {fault, select, encoding {its characters are not UTF-8, UTF-16, GB18030 (GBK) or Windows-1252} quoting {so many lines have unpaired quotes that their columns cannot be told} archive {the archive is not whole} checksum {the checksum of {part} in the archive is wrong} workbook {{part} in the workbook cannot be read} size {{part} is beyond the rows and columns of a spreadsheet} unreadable {the system cannot open it ({part})} other {}}. Export it again.",
  },
  "readers.unsafe_archive": {
    zh: "压缩包解开后过大（{size, number} 字节起，压缩比 {ratio, number}），可能是压缩炸弹，未予读取。",
    en: "The archive would unpack to {size, number} bytes or more ({ratio, number} times its size). It may be a zip bomb and was not read.",
  },
  "readers.format_not_read": {
    zh: "{format, select, xls {这是旧版 Excel（.xls）或带密码的文件} zip {这是压缩包，不是 Excel 工作簿} gzip {这是 gzip 压缩文件} parquet {这是 Parquet 文件} json {这是 JSON 文件} xml {这是 XML 文件（如 Excel 2003 XML 表格）} mhtml {这是网页归档（MHTML）文件} pdf {这是 PDF 文件} xlsb {这是 Excel 二进制工作簿（.xlsb）} ods {这是 OpenDocument 表格（.ods）} html {这是没有表格的网页} other {无法识别文件格式}}，目前不能读取。请另存为 .xlsx 或 CSV。",
    en: "{format, select, xls {This is an old Excel file (.xls) or one with a password} zip {This is an archive, but no Excel workbook} gzip {This is a gzip file} parquet {This is a Parquet file} json {This is a JSON file} xml {This is an XML file (such as an Excel 2003 XML spreadsheet)} mhtml {This is a web archive (MHTML)} pdf {This is a PDF file} xlsb {This is a binary Excel workbook (.xlsb)} ods {This is an OpenDocument spreadsheet (.ods)} html {This is a web page without a table} other {The format of this file is not known}}; it cannot be read yet. Save it as .xlsx or CSV.",
  },
});
