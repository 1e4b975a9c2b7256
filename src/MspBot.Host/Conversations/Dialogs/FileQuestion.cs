namespace MspBot.Host.Conversations.Dialogs;

/// <summary>What was handed over: a file, by the messenger's own reference, with its name if it has one; or words.</summary>
public sealed record Handed(string? File, string? Name, string? Text);

/// <summary>A file that the person sends, or words that a rule takes.</summary>
internal sealed class FileQuestion(string key, Prompt prompt, int max, Func<string, Parsed<string>> rule) : Question<Handed>(key, prompt)
{
    internal override bool TakesFiles => true;

    public override Task<Face> Face(Shown state) => Task.FromResult(new Face());

    public override Task<bool> StillOffers(string json) => Task.FromResult(Read(json, out _));

    public override Task<Taking<Handed>> Take(Given given, Shown shown) => Task.FromResult(given switch
    {
        Given.File(var reference, var name) => Accept(new Handed(reference, name, null), name ?? DialogTexts.File),
        Given.Words(var text) => TextRule.Apply(text, max, rule) switch
        {
            Parsed<string>.Good good => Accept(new Handed(null, null, good.Value), good.Label),
            Parsed<string>.Bad bad => new Taking<Handed>.Refused(bad.Because),
            _ => throw new InvalidOperationException("a rule about a file's words is never in doubt"),
        },
        _ => new Taking<Handed>.Refused(DialogTexts.FilePlease),
    });

    private static Taking<Handed> Accept(Handed handed, string label) => new Taking<Handed>.Accepted(handed, AnswerJson.Write(handed), label);
}
