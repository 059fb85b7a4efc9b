package dev.warmline.functions.desk.api;

import dev.warmline.event.EventLog;
import dev.warmline.lead.LeadStore;
import dev.warmline.rule.Models;
import dev.warmline.team.QueueStore;
import dev.warmline.usecase.ActAtDesk;
import dev.warmline.usecase.EraseLead;
import dev.warmline.usecase.ExportLead;
import dev.warmline.usecase.FindLead;
import dev.warmline.usecase.HandOverLead;
import dev.warmline.usecase.ListQueue;
import dev.warmline.usecase.ReleaseWaiting;

/**
 * What the API works with.
 *
 * @param turns whose turn it is in each queue
 * @param waiting who waits to be announced
 */
public record Work(
    Models models,
    EventLog log,
    LeadStore leads,
    QueueStore turns,
    FindLead find,
    ListQueue list,
    ReleaseWaiting waiting,
    ActAtDesk act,
    HandOverLead handOver,
    ExportLead export,
    EraseLead erase) {}
