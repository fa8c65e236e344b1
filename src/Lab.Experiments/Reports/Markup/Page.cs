namespace Lab.Experiments;

/// <summary>A page for people: one file that needs nothing else, no script, no font, no picture from elsewhere.</summary>
internal static class Page
{
    // Nothing in the page may load or run anything, whatever a policy has said.
    private const string SecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    public static string Of(string title, Html content) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{SecurityPolicy}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title} · Lab</title>
        <style>
        {Html.Verbatim(ReadStyle())}
        </style>
        </head>
        <body><main>
        {content}
        </main></body>
        </html>

        """).ToString();

    private static string ReadStyle()
    {
        using var stream = typeof(Page).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
