using System.Globalization;

namespace MspBot.Host.Conversations.Screens;

/// <summary>
/// What a button carries: ids only. It can be old, repeated or forged, so reading it never throws, and rights are
/// checked where it is used.
/// </summary>
internal abstract record PressData
{
    /// <summary><c>c:card:id:action[:arg]</c></summary>
    internal sealed record OnCard(string Card, long Id, string Action, string Arg) : PressData
    {
        public override string ToString() =>
            Arg.Length == 0 ? $"c:{Card}:{Number(Id)}:{Action}" : $"c:{Card}:{Number(Id)}:{Action}:{Arg}";
    }

    /// <summary><c>f:dialog.revision.what</c>, where what is an option's number or a control.</summary>
    internal sealed record InDialog(long Dialog, int Revision, string What) : PressData
    {
        public override string ToString() => $"f:{Number(Dialog)}.{Number(Revision)}.{What}";
    }

    /// <summary><c>n:flow[:arg]</c></summary>
    internal sealed record BeginFlow(string Flow, string Arg) : PressData
    {
        public override string ToString() => Arg.Length == 0 ? $"n:{Flow}" : $"n:{Flow}:{Arg}";
    }

    /// <summary><c>a:flow[:arg]</c>: begin, throwing a parked draft of the same flow away.</summary>
    internal sealed record BeginAfresh(string Flow, string Arg) : PressData
    {
        public override string ToString() => Arg.Length == 0 ? $"a:{Flow}" : $"a:{Flow}:{Arg}";
    }

    /// <summary><c>r:dialog</c>: go on with a parked draft.</summary>
    internal sealed record Resume(long Dialog) : PressData
    {
        public override string ToString() => $"r:{Number(Dialog)}";
    }

    /// <summary><c>m:command</c></summary>
    internal sealed record RunCommand(string Command) : PressData
    {
        public override string ToString() => $"m:{Command}";
    }

    /// <summary>Null for anything that no button of ours could have carried.</summary>
    internal static PressData? Read(string data)
    {
        if (data.Length < 3 || data[1] != ':') return null;
        var rest = data[2..];
        switch (data[0])
        {
            case 'c' when rest.Split(':', 4) is [var card, var id, var action, .. var arg] && ReadNumber(id) is { } number:
                return new OnCard(card, number, action, arg.Length > 0 ? arg[0] : "");
            case 'f' when rest.Split('.', 3) is [var dialog, var revision, var what] && ReadNumber(dialog) is { } number
                && int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var at):
                return new InDialog(number, at, what);
            case 'n' when rest.Split(':', 2) is [var flow, .. var arg]:
                return new BeginFlow(flow, arg.Length > 0 ? arg[0] : "");
            case 'a' when rest.Split(':', 2) is [var flow, .. var arg]:
                return new BeginAfresh(flow, arg.Length > 0 ? arg[0] : "");
            case 'r' when ReadNumber(rest) is { } number:
                return new Resume(number);
            case 'm':
                return new RunCommand(rest);
            default:
                return null;
        }
    }

    private static long? ReadNumber(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
