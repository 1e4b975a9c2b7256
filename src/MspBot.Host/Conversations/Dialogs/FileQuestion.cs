using MspBot.Domain.Files;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>What was handed over: a file, by the messenger's own reference, with its name if it has one; or words.</summary>
/// <param name="File">The messenger's own reference.</param>
/// <param name="Name">The file's.</param>
/// <param name="Text">Words instead of a file.</param>
/// <param name="MediaType">As the messenger says.</param>
public sealed record Handed(string? File, string? Name, string? Text, string? MediaType = null);

/// <summary>Why a file is not taken, by what the messenger says of it; null: it is.</summary>
public delegate string? FileCheck(string? name, long? size, string? mediaType);

/// <summary>A file that the person sends, or words that a rule takes.</summary>
internal sealed class FileQuestion(
    string key, Prompt prompt, int max, Func<string, Parsed<string>> rule, bool optional = false, FileCheck? check = null)
    : Question<Handed>(key, prompt)
{
    private const string Skipped = "null";

    public override bool Optional => optional;

    internal override bool TakesFiles => true;

    public override Task<Face> Face(Shown state) => Task.FromResult(new Face());

    public override Task<bool> StillOffers(string json) => Task.FromResult(Read(json, out _));

    public override bool Read(string json, out Handed? value) => base.Read(json, out value) && (value is not null || optional);

    public override Task<AnswerResult<Handed>> Take(Given given, Shown shown) => Task.FromResult(given switch
    {
        Given.Skipped when optional => new AnswerResult<Handed>.Accepted(null, Skipped, DialogTexts.NotGiven),
        Given.File(_, var name, var size, var mediaType) when check?.Invoke(name, size, mediaType) is { } because =>
            new AnswerResult<Handed>.Refused(because),
        Given.File(var reference, var name, _, var mediaType) =>
            Accept(new Handed(reference, name, null, mediaType), name ?? DialogTexts.File),
        Given.Words(var text) => TextRule.Apply(text, max, rule) switch
        {
            Parsed<string>.Good good => Accept(new Handed(null, null, good.Value), good.Label),
            Parsed<string>.Bad bad => new AnswerResult<Handed>.Refused(bad.Because),
            _ => throw new InvalidOperationException("a rule about a file's words is never in doubt"),
        },
        _ => new AnswerResult<Handed>.Refused(DialogTexts.FilePlease),
    });

    private static AnswerResult<Handed> Accept(Handed handed, string label) =>
        new AnswerResult<Handed>.Accepted(handed, AnswerJson.Write(handed), label);
}

/// <summary>A file that was handed in: the messenger's own reference, and what the messenger says of it.</summary>
public sealed record Upload(string Reference, string Name, long? Size, string? MediaType);

/// <summary>A document or a picture of one of several kinds, up to a size.</summary>
internal sealed class UploadQuestion(string key, Prompt prompt, FileRule rule) : Question<Upload>(key, prompt)
{
    internal override bool TakesFiles => true;

    internal override string WhatIsWanted => AnswerTexts.FilePlease(rule);

    public override Task<Face> Face(Shown state) => Task.FromResult(new Face { Text = AnswerTexts.FileHint(rule) });

    public override Task<bool> StillOffers(string json) => Task.FromResult(Read(json, out _));

    public override bool Read(string json, out Upload? value) =>
        base.Read(json, out value) && value is { Reference: not null, Name: not null }
        && rule.Check(value.Name, value.MediaType, value.Size) is null;

    public override Task<AnswerResult<Upload>> Take(Given given, Shown shown)
    {
        if (given is not Given.File(var reference, var name, var size, var mediaType)) return Refuse(WhatIsWanted);
        if (rule.Check(name, mediaType, size) is { } refusal) return Refuse(AnswerTexts.Refused(refusal, rule, name, mediaType, size));
        var upload = new Upload(reference, name ?? $"{DialogTexts.File}.{FileRule.Kind(name, mediaType)}", size, mediaType);
        return Task.FromResult<AnswerResult<Upload>>(new AnswerResult<Upload>.Accepted(upload, AnswerJson.Write(upload),
            AnswerTexts.Uploaded(upload)));
    }

    private static Task<AnswerResult<Upload>> Refuse(string because) =>
        Task.FromResult<AnswerResult<Upload>>(new AnswerResult<Upload>.Refused(because));
}
