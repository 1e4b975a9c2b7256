using MspBot.Data.Consultations;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Log;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations;

/// <summary>What the log says of consultations.</summary>
internal static class ConsultationLogTexts
{
    /// <summary>Yes or no: whether it took place.</summary>
    internal const string Held = "held";

    internal static string Name(NamedConsultation it, SiteZone zone)
    {
        var kind = it.Kind == ConsultationKind.Group ? "групповая консультация" : "консультация";
        return it.StartsAt is { } at ? $"{kind} {Russian.Short(at, zone)}" : $"{kind} № {it.Id}";
    }

    internal static string Detail(LogDetail detail, SiteZone zone) => detail.Moment("from") is { } from && detail.Moment("to") is { } to
        ? $"было {Russian.Short(from, zone)}, стало {Russian.Short(to, zone)}"
        : detail.Has(Held) ? detail.Is(Held) ? "проведена" : "не состоялась" : "";
}
