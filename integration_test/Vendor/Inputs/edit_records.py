"""Opens records in tblgen-lsp-server as an editor does, and prints what it shows.

Usage: edit_records.py SERVER COMPILATION_DATABASE FILE.td
Prints the file's diagnostics, where the definition of Dsp_DimMultipleOf is, and
the diagnostics once the first `In<` of the unsaved text is misspelt.
"""
import json
import pathlib
import subprocess
import sys

server, database, td = sys.argv[1:]
text = pathlib.Path(td).read_text(encoding="utf-8")
uri = pathlib.Path(td).resolve().as_uri()
process = subprocess.Popen(
    [server, f"--tablegen-compilation-database={database}"],
    stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def send(method, params, **rest):
    body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **rest}).encode()
    process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    process.stdin.flush()


def receive(wanted):
    """The next message that is wanted."""
    while True:
        length = 0
        while (line := process.stdout.readline().strip()) or not length:
            if not line and process.poll() is not None:
                sys.exit("the server has ended")
            if line.startswith(b"Content-Length:"):
                length = int(line.split(b":")[1])
        message = json.loads(process.stdout.read(length))
        if wanted(message):
            return message


def request(method, params):
    send(method, params, id=method)
    return receive(lambda message: message.get("id") == method)["result"]


def show_diagnostics(title):
    message = receive(lambda m: m.get("method") == "textDocument/publishDiagnostics")
    found = message["params"]["diagnostics"]
    print(f"{title}: {len(found)} diagnostics")
    for diagnostic in found:
        print(f"  {diagnostic['range']['start']['line'] + 1}: {diagnostic['message']}")


request("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
send("textDocument/didOpen", {"textDocument": {
    "uri": uri, "languageId": "tablegen", "version": 1, "text": text}})
show_diagnostics("as it is")

before = text[:text.index("Dsp_DimMultipleOf")]
for place in request("textDocument/definition", {
        "textDocument": {"uri": uri},
        "position": {"line": before.count("\n"),
                     "character": len(before) - before.rfind("\n")}}):
    print("Dsp_DimMultipleOf is defined in", place["uri"])

send("textDocument/didChange", {
    "textDocument": {"uri": uri, "version": 2},
    "contentChanges": [{"text": text.replace("(In<", "(Inn<", 1)}]})
show_diagnostics("misspelt")
request("shutdown", None)
send("exit", None)
process.wait()
