using System.Text;
using System.Text.RegularExpressions;
using MspBot.Sandbox;
using MspBot.Tests.Support;

namespace MspBot.Tests.Transcripts;

/// <summary>Writes down what several people do and see, act by act, in an order that does not depend on the wire.</summary>
internal sealed class Reader(World world)
{
    private readonly StringBuilder text = new();
    private readonly Dictionary<Visitor, int> read = [];

    internal string Text => WithoutCodes(text.ToString());

    /// <summary>Codes are made up anew each time.</summary>
    internal static string WithoutCodes(string text) => Regex.Replace(text, "\\b([igp]_)[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])", "$1(код)");

    internal Task Types(Visitor who, string words) => Act(() => who.Types(words));

    internal Task Taps(Visitor who, string label) => Act(() => who.Taps(label));

    internal async Task Act(Func<Task> act)
    {
        await act();
        await world.Idle();
        foreach (var who in world.Telegram.Api.Visitors.OrderBy(v => v.Id))
        {
            var steps = who.Steps.Skip(read.GetValueOrDefault(who)).ToList();
            if (steps.Count == 0) continue;
            read[who] = read.GetValueOrDefault(who) + steps.Count;
            foreach (var step in steps.Where(s =>
                s is { Kind: ChatStepKind.Posted or ChatStepKind.Edited, Message.FromBot: true })) Phone.Holds(step.Message!);
            if (world.Telegram.Api.Visitors.Count > 1) text.Append("--- ").Append(who.Name).Append(" ---\n\n");
            // A word that fades comes when it comes; here always right after the press.
            text.Append(Transcript.InOrder(steps.OrderBy(s => s.Kind switch
            {
                ChatStepKind.Tapped => 0,
                ChatStepKind.Toast or ChatStepKind.Alert => 1,
                _ => 2,
            }), who.Name));
        }
    }

    /// <summary>What is there already is not written down.</summary>
    internal void BeginHere()
    {
        foreach (var who in world.Telegram.Api.Visitors) read[who] = who.Steps.Count;
    }
}
